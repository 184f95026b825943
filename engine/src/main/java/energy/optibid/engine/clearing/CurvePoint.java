package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/** A corner of an aggregate curve: cumulative quantity offered up to and including a price. */
public record CurvePoint(Price price, Power cumulative) {}
