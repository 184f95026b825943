package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/**
 * The flow over one link.
 *
 * @param flow positive from the link's {@code from} to its {@code to}
 * @param binding the flow stands at its limit in one direction or the other
 * @param shadowPrice price of {@code to} minus price of {@code from}: what one more MW of capacity
 *     is worth; zero unless the limit binds
 */
public record LinkFlow(
    String linkId, String from, String to, Power flow, boolean binding, Price shadowPrice) {}
