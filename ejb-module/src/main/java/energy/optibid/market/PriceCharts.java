package energy.optibid.market;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices as charts need them: aggregated, in columns, never more points than can be drawn. */
public interface PriceCharts {
  /** Most points of one series: a year of quarter hours. */
  int MOST_POINTS = 36_000;

  /**
   * One series for each source that has prices of the area in [from, to). Of several auctions of a
   * block, the latest that the caller can see counts; an imported price goes before those that came
   * with order books.
   *
   * @param resolution null takes the finest that is legible
   * @param source one source, or null for both
   * @return published first; empty when there are no prices
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for an unknown market
   *     or a range that is empty or has over {@value #MOST_POINTS} points
   */
  List<PriceSeries> series(
      String marketCode,
      String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceResolution resolution,
      @Nullable PriceSource source);

  /**
   * Where there are prices, by market, bidding areas before others, and source.
   *
   * @param marketCode one market, or null for all
   */
  List<PriceCoverage> coverage(@Nullable String marketCode);
}
