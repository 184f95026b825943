package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a block of an own bid was accepted as far as it was.
 *
 * @param marginal the order that set the price, by area, price and side only: whose it is stays
 *     unsaid; null when only the price limits set it
 * @param price the area's clearing price per MWh
 * @param sentence the same for a trader to read
 */
public record Explanation(
    UUID bidId,
    int block,
    String area,
    BigDecimal offeredMwh,
    BigDecimal acceptedMwh,
    AwardReason reason,
    @Nullable Marginal marginal,
    BigDecimal price,
    String sentence) {

  /** The order that set the price. */
  public record Marginal(String area, BigDecimal price, String side) {}
}
