package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/** What became of one step of an order. */
public record StepFill(Price price, Power offered, Power accepted, FillReason reason) {}
