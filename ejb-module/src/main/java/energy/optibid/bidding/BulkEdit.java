package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of many bids.
 *
 * @param bids those it is about
 * @param blocks in which it is made; empty means in every one
 * @param priceShift added to every price, per MWh; null means nothing
 * @param pricePercent added to every price as a share of its size, in percent; null means nothing
 * @param quantityPercent what every quantity becomes, in percent of what it is; null means nothing
 */
public record BulkEdit(
    List<Target> bids,
    Set<Integer> blocks,
    @Nullable BigDecimal priceShift,
    @Nullable BigDecimal pricePercent,
    @Nullable BigDecimal quantityPercent) {
  public BulkEdit {
    bids = List.copyOf(bids);
    blocks = Set.copyOf(blocks);
  }

  /**
   * A bid as the caller saw it.
   *
   * @param version the number of its ETag
   */
  public record Target(@Nullable UUID id, @Nullable Long version) {}
}
