package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Currency;

/**
 * The pack parameters a clearing depends on.
 *
 * @param floor lowest price an order may name and the auction may publish
 * @param cap highest such price
 * @param lot smallest tradable quantity; every quantity of a problem is a multiple of it
 */
public record ClearingRules(Currency currency, Price floor, Price cap, Power lot, TiePrice tie) {
  /**
   * @throws IllegalArgumentException if floor is above cap or the lot is not positive
   */
  public ClearingRules {
    if (floor.compareTo(cap) > 0) {
      throw new IllegalArgumentException("floor " + floor + " is above cap " + cap);
    }
    if (lot.kilowatts() <= 0) {
      throw new IllegalArgumentException("the lot must be positive, not " + lot);
    }
  }
}
