package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Price;

/**
 * A place outside the model that takes its price as given: it buys and sells any quantity at that
 * price, limited only by the links that reach it.
 */
public record BorderNode(String id, Price price) {}
