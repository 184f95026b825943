package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.BuyerClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What settlement has to know of an asset.
 *
 * @param availableCapacityMw capacity in service of sun and wind; not read for others
 * @param buyerClass of a buyer's state; not read for others
 * @param contractRate money per MWh of what is delivered outside an exchange, and of the deviation
 *     of sun and wind; null where there is no contract, then the normal rate takes its place
 */
public record SettlementTerms(
    Participant participant,
    BigDecimal availableCapacityMw,
    BuyerClass buyerClass,
    @Nullable BigDecimal contractRate) {
  /**
   * @throws IllegalArgumentException if the capacity is negative
   */
  public SettlementTerms {
    if (availableCapacityMw.signum() < 0) {
      throw new IllegalArgumentException("available capacity is not negative");
    }
  }
}
