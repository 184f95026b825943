package energy.optibid.analytics.domain;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import java.util.List;

/**
 * Exact aggregates of the series that the caller may see. Prices are integers of 10⁻⁴ per MWh,
 * powers of kW; what is stored finer than that is rounded half away from zero first. Lists are in
 * the order of time unless said otherwise.
 */
public interface PriceFacts {
  /** By bucket; those without a block are left out. */
  List<BucketFacts> buckets(SeriesKey series, Span span, BucketClock clock);

  /** Differences of consecutive prices by the bucket of the later block, both within the span. */
  List<SumFacts> changes(SeriesKey series, Span span, BucketClock clock);

  /** Blocks of the same start and length in both series, by bucket. */
  List<PairFacts> pairs(SeriesKey first, SeriesKey second, Span span, BucketClock clock);

  /** How often each price was, from the lowest up. */
  List<PriceCount> counts(SeriesKey series, Span span);

  /** Each block by itself. */
  List<BlockFact> blocks(SeriesKey series, Span span);
}
