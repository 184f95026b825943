package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/**
 * One step of an order: an *increment* of quantity (never cumulative, never negative) at one price.
 * Zero increments are allowed and never traded.
 */
public record Step(Price price, Power quantity) {
  /**
   * @throws IllegalArgumentException if the quantity is negative
   */
  public Step {
    if (quantity.kilowatts() < 0) {
      throw new IllegalArgumentException("a step's quantity is an increment, not " + quantity);
    }
  }
}
