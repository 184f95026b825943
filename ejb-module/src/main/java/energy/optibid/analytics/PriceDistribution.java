package energy.optibid.analytics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often which price was. Each block counts once, however long it is.
 *
 * @param blocks how many have a price
 * @param bins one more than there are edges, from the lowest prices up
 * @param quantiles in the order in which they were asked for
 */
public record PriceDistribution(
    String currency, long blocks, List<Bin> bins, List<Quantile> quantiles) {
  public PriceDistribution {
    bins = List.copyOf(bins);
    quantiles = List.copyOf(quantiles);
  }

  /**
   * Prices of at least {@code from} and less than {@code to}.
   *
   * @param from null: however low
   * @param to null: however high
   */
  public record Bin(@Nullable BigDecimal from, @Nullable BigDecimal to, long blocks) {}

  /**
   * By the nearest rank: the ⌈level × n⌉-th lowest of n prices, the lowest one for level 0; always
   * a price that was, never one between two.
   *
   * @param level from 0 to 1
   * @param price null when there are no prices
   */
  public record Quantile(BigDecimal level, @Nullable BigDecimal price) {}
}
