package energy.optibid.analytics.domain;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.PriceBucket;
import energy.optibid.analytics.PriceDistribution;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.Spread;
import energy.optibid.analytics.Volatility;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Analyses worked out from exact aggregates, whichever database they come from. */
public final class AnalysedPrices implements PriceAnalytics {
  private final FactEngines engines;
  private final Markets markets;

  public AnalysedPrices(FactEngines engines, Markets markets) {
    this.engines = engines;
    this.markets = markets;
  }

  @Override
  public Analysis<DayFigures> day(SeriesKey series, @Nullable LocalDate day, Instant now) {
    Questions questions = new Questions(markets);
    Optional<Market> found = questions.market(series, "marketCode");
    questions.day(day);
    questions.require();
    Market market = found.orElseThrow();
    ZoneId zone = ZoneId.of(market.timeZone());
    LocalDate asked = day == null ? now.atZone(zone).toLocalDate() : day;
    Span read =
        new Span(
            asked.minusDays(DayFacts.WEEK).atStartOfDay(zone).toInstant(),
            asked.plusDays(1).atStartOfDay(zone).toInstant());
    return engines.ask(
        List.of(series),
        read,
        facts -> new DayFacts(facts.blocks(series, read), asked, zone).of(market.currency(), now));
  }

  @Override
  public Analysis<List<PriceBucket>> buckets(SeriesKey series, Span span, Interval interval) {
    Market market = checked(series, span, interval);
    BucketClock clock = clock(market, span, interval);
    return engines.ask(
        List.of(series),
        span,
        facts ->
            byInterval(
                    facts.buckets(series, span, clock),
                    clock,
                    BucketFacts::key,
                    BucketFacts::under,
                    (one, next) -> one.and(next, one.key()))
                .stream()
                .map(bucket -> bucket(bucket, clock))
                .toList());
  }

  private static PriceBucket bucket(BucketFacts facts, BucketClock clock) {
    boolean traded = facts.energy().signum() != 0;
    return new PriceBucket(
        clock.start(facts.key()),
        Math.toIntExact(facts.blocks()),
        Exact.price(facts.open()),
        Exact.price(facts.high()),
        Exact.price(facts.low()),
        Exact.price(facts.close()),
        Exact.price(facts.priceMinutes(), BigInteger.valueOf(facts.minutes())),
        facts.metered() == 0 ? null : Exact.energy(facts.energy()),
        traded ? Exact.price(facts.value(), facts.energy()) : null);
  }

  @Override
  public Analysis<PriceDistribution> distribution(
      SeriesKey series, Span span, List<BigDecimal> edges, List<BigDecimal> levels) {
    Questions questions = new Questions(markets);
    Optional<Market> market = questions.market(series, "marketCode");
    questions.span(span, LONGEST_DAYS);
    questions.edges(edges);
    questions.levels(levels);
    questions.require();
    String currency = market.orElseThrow().currency();
    return engines.ask(
        List.of(series),
        span,
        facts -> new DistributionTable(facts.counts(series, span)).of(currency, edges, levels));
  }

  @Override
  public Analysis<List<Volatility>> volatility(SeriesKey series, Span span, Interval interval) {
    Market market = checked(series, span, interval);
    BucketClock clock = clock(market, span, interval);
    return engines.ask(
        List.of(series),
        span,
        facts ->
            byInterval(
                    facts.changes(series, span, clock),
                    clock,
                    SumFacts::key,
                    SumFacts::under,
                    (one, next) -> one.and(next, one.key()))
                .stream()
                .map(
                    sums ->
                        new Volatility(
                            clock.start(sums.key()), sums.count(), Exact.deviation(sums)))
                .toList());
  }

  @Override
  public Analysis<List<Spread>> spread(
      SeriesKey first, SeriesKey second, Span span, Interval interval) {
    Questions questions = new Questions(markets);
    Optional<Market> market = questions.market(first, "marketCode");
    questions.sameCurrency(market, questions.market(second, "otherMarketCode"));
    questions.intervals(span, interval);
    questions.require();
    BucketClock clock = clock(market.orElseThrow(), span, interval);
    return engines.ask(
        List.of(first, second),
        span,
        facts ->
            pairs(facts, first, second, span, clock).stream()
                .map(
                    pair ->
                        new Spread(
                            clock.start(pair.key()),
                            pair.sums().count(),
                            Exact.price(
                                pair.sums().x().subtract(pair.sums().y()),
                                BigInteger.valueOf(pair.sums().count())),
                            Exact.price(pair.low()),
                            Exact.price(pair.high())))
                .toList());
  }

  @Override
  public Analysis<Correlation> correlation(
      SeriesKey first, SeriesKey second, Span span, Interval interval, int window) {
    Questions questions = new Questions(markets);
    Optional<Market> market = questions.market(first, "marketCode");
    questions.market(second, "otherMarketCode");
    questions.intervals(span, interval);
    questions.window(window);
    questions.require();
    BucketClock clock = clock(market.orElseThrow(), span, interval);
    return engines.ask(
        List.of(first, second),
        span,
        facts ->
            new RollingPairs(pairs(facts, first, second, span, clock), window, clock)
                .correlation());
  }

  private static List<PairFacts> pairs(
      PriceFacts facts, SeriesKey first, SeriesKey second, Span span, BucketClock clock) {
    return byInterval(
        facts.pairs(first, second, span, clock),
        clock,
        PairFacts::key,
        PairFacts::under,
        (one, next) -> one.and(next, one.key()));
  }

  @Override
  public Analysis<List<Anomaly>> anomalies(SeriesKey series, Span span, AnomalyRule rule) {
    Questions questions = new Questions(markets);
    Optional<Market> market = questions.market(series, "marketCode");
    questions.span(span, LONGEST_ANOMALY_DAYS);
    questions.rule(rule);
    questions.require();
    ZoneId zone = ZoneId.of(market.orElseThrow().timeZone());
    Span read = new Span(span.from().minus(Duration.ofDays(rule.windowDays())), span.to());
    Analysis<List<BlockFact>> blocks =
        engines.ask(List.of(series), read, facts -> facts.blocks(series, read));
    List<Anomaly> found =
        switch (rule.method()) {
          case ROBUST_Z -> new AnomalySearch(rule, zone).in(blocks.result(), span);
          case STL -> new ResidualSearch(rule, zone).in(blocks.result(), span);
        };
    return new Analysis<>(blocks.engine(), found);
  }

  private Market checked(SeriesKey series, Span span, Interval interval) {
    Questions questions = new Questions(markets);
    Optional<Market> market = questions.market(series, "marketCode");
    questions.intervals(span, interval);
    questions.require();
    return market.orElseThrow();
  }

  private static BucketClock clock(Market market, Span span, Interval interval) {
    return BucketClock.of(interval, ZoneId.of(market.timeZone()), span);
  }

  /** The databases' buckets are days where months are asked for. */
  private static <T> List<T> byInterval(
      List<T> buckets,
      BucketClock clock,
      ToLongFunction<T> keyOf,
      BiFunction<T, Long, T> under,
      BiFunction<T, T, T> together) {
    if (clock.interval() != Interval.MONTH) {
      return buckets;
    }
    List<T> months = new ArrayList<>();
    for (T day : buckets) {
      T inMonth = under.apply(day, clock.monthOf(keyOf.applyAsLong(day)));
      int last = months.size() - 1;
      if (last >= 0 && keyOf.applyAsLong(months.get(last)) == keyOf.applyAsLong(inMonth)) {
        months.set(last, together.apply(months.get(last), inMonth));
      } else {
        months.add(inMonth);
      }
    }
    return months;
  }
}
