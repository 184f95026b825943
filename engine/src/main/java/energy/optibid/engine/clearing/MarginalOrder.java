package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Price;

/**
 * A step that bounds a zone's price interval: at its upper end one that would inject one lot more
 * (a sell with quantity left, an accepted buy giving way), at its lower end one that would inject
 * less. It stands in the zone itself or in one from which that lot can still travel.
 *
 * @param orderId the order, or the border node that takes its price as given
 * @param step index of the step in its order; −1 for a border node
 * @param zone where the order stands
 * @param side of the order; a border node sells at the upper end and buys at the lower
 */
public record MarginalOrder(String orderId, int step, String zone, Side side, Price price) {}
