package energy.optibid.analytics.domain;

import energy.optibid.analytics.PriceDistribution;
import energy.optibid.analytics.PriceDistribution.Bin;
import energy.optibid.analytics.PriceDistribution.Quantile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often each price was, asked for bins and ranks. */
record DistributionTable(List<PriceCount> counts) {
  PriceDistribution of(String currency, List<BigDecimal> edges, List<BigDecimal> levels) {
    long blocks = counts.stream().mapToLong(PriceCount::blocks).sum();
    List<Quantile> quantiles =
        levels.stream().map(level -> new Quantile(level, quantile(level, blocks))).toList();
    return new PriceDistribution(currency, blocks, bins(edges), quantiles);
  }

  private List<Bin> bins(List<BigDecimal> edges) {
    List<Bin> bins = new ArrayList<>();
    int next = 0;
    for (int i = 0; i <= edges.size(); i++) {
      BigDecimal to = i < edges.size() ? edges.get(i) : null;
      long inside = 0;
      while (next < counts.size()
          && (to == null || Exact.price(counts.get(next).price()).compareTo(to) < 0)) {
        inside += counts.get(next++).blocks();
      }
      bins.add(new Bin(i == 0 ? null : edges.get(i - 1), to, inside));
    }
    return bins;
  }

  private @Nullable BigDecimal quantile(BigDecimal level, long blocks) {
    long rank =
        Math.max(
            1,
            level
                .multiply(BigDecimal.valueOf(blocks))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    long passed = 0;
    for (PriceCount count : counts) {
      passed += count.blocks();
      if (passed >= rank) {
        return Exact.price(count.price());
      }
    }
    return null;
  }
}
