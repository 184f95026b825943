package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Price;

/**
 * A step that sets a price: it lies at the end of the zone's price interval and stands in the zone
 * itself or in one that is joined to it without congestion (or across a limit that ties prices).
 *
 * @param orderId the order, or the border node that takes its price as given
 * @param step index of the step in its order; −1 for a border node
 * @param zone where the order stands
 */
public record MarginalOrder(String orderId, int step, String zone, Price price) {}
