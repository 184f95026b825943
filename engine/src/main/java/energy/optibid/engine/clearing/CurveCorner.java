package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/**
 * A corner of an interpolated curve.
 *
 * @param quantity what is wanted at the price: a purchase is positive, a sale negative
 */
public record CurveCorner(Price price, Power quantity) {}
