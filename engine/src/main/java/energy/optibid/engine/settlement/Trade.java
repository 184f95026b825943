package energy.optibid.engine.settlement;

import java.math.BigDecimal;

/**
 * Energy bought or sold in one block.
 *
 * @param source code of the market, or {@link #CONTRACT} for a delivery outside an exchange
 * @param quantityMwh buy-positive: a sale is negative
 * @param price money per MWh
 */
public record Trade(String source, BigDecimal quantityMwh, BigDecimal price) {
  /** The source of long-term and bilateral deliveries. */
  public static final String CONTRACT = "contract";

  /** Whether an exchange, and so its fees, stood in between. */
  public boolean isExchange() {
    return !source.equals(CONTRACT);
  }
}
