package energy.optibid.market.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Published prices of an area that stand at the market's price limit: somebody was cut there, or
 * nearly.
 *
 * @param limit which of the two
 * @param price the limit, currency per MWh
 * @param firstBlock number of the first block at it
 * @param blocks how many blocks stand at it
 */
public record LimitReached(Limit limit, BigDecimal price, int firstBlock, int blocks) {

  /** The bounds of a market's prices. */
  public enum Limit {
    CAP,
    FLOOR;

    /** The word used in the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Looks for prices at a limit.
   *
   * @param prices of consecutive blocks, the first numbered {@code firstBlock}; null where a block
   *     has none
   */
  public static Optional<LimitReached> find(
      Limit limit, BigDecimal price, int firstBlock, List<@Nullable BigDecimal> prices) {
    int first = 0;
    int count = 0;
    for (int i = 0; i < prices.size(); i++) {
      BigDecimal here = prices.get(i);
      if (here != null && here.compareTo(price) == 0) {
        first = count++ == 0 ? firstBlock + i : first;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new LimitReached(limit, price, first, count));
  }
}
