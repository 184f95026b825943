package energy.optibid.engine.settlement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one block that the normal rate comes from, money per MWh; null where unknown.
 *
 * @param dayAhead area price of the integrated day-ahead market, weighted by volume
 * @param realTime area price of the real-time market, weighted by volume
 * @param ancillary charge of ancillary services
 */
public record NormalRateParts(
    @Nullable BigDecimal dayAhead, @Nullable BigDecimal realTime, @Nullable BigDecimal ancillary) {
  /** Nothing is known. */
  public static final NormalRateParts UNKNOWN = new NormalRateParts(null, null, null);
}
