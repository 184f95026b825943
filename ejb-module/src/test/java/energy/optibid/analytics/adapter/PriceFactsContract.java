package energy.optibid.analytics.adapter;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.AnomalyRule.Method;
import energy.optibid.analytics.AnomalyRule.Season;
import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.PriceBucket;
import energy.optibid.analytics.PriceDistribution;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.Spread;
import energy.optibid.analytics.Volatility;
import energy.optibid.analytics.adapter.GeneratedPrices.Block;
import energy.optibid.analytics.domain.AnalysedPrices;
import energy.optibid.analytics.domain.FactEngines;
import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.cache.Cache;
import energy.optibid.cache.adapter.CacheBench;
import energy.optibid.market.PriceSource;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a database has to say of the same prices, held against figures worked out one by one. The
 * prices are of two areas over both changes of the clocks, corrected and thinned out after they
 * were written first.
 */
abstract class PriceFactsContract {
  static final PostgresServer SERVER = PostgresServer.shared();
  static final LocalTransactions TRANSACTIONS = SERVER.transactions();

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Span SPRING =
      new Span(Instant.parse("2025-03-28T10:15:00Z"), Instant.parse("2025-04-02T22:00:00Z"));
  private static final Span AUTUMN =
      new Span(Instant.parse("2025-10-24T22:00:00Z"), Instant.parse("2025-10-28T10:30:00Z"));
  private static final Span YEAR =
      new Span(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

  private Caller owner;
  private GeneratedPrices belgium;
  private GeneratedPrices france;
  private final SeriesKey be = key("BE");
  private final SeriesKey fr = key("FR");

  private final Cache cache = CacheBench.inMemory();
  private PriceAnalytics fresh;
  private PriceAnalytics analytics;

  /** The database under test. */
  abstract PriceFacts facts();

  /** Brings it up to date. */
  abstract void copy();

  private static SeriesKey key(String area) {
    return new SeriesKey(GeneratedPrices.MARKET, area, PriceSource.PUBLISHED, null);
  }

  @BeforeEach
  void writeAndCorrect() {
    owner = Tenants.create(SERVER);
    belgium = new GeneratedPrices(TRANSACTIONS, owner, "BE", 1);
    france = new GeneratedPrices(TRANSACTIONS, owner, "FR", 2);
    PriceFacts facts = facts();
    fresh =
        new AnalysedPrices(
            new FactEngines() {
              @Override
              public <T> Analysis<T> ask(
                  List<SeriesKey> series, Span span, Function<PriceFacts, T> question) {
                return new Analysis<>(Engine.POSTGRESQL, question.apply(facts));
              }
            },
            new FewMarkets());
    analytics = new CachedPriceAnalytics(fresh, cache, MarketBench.versions(TRANSACTIONS));
    for (GeneratedPrices prices : List.of(belgium, france)) {
      prices.days("2025-03-28", 7).days("2025-10-24", 6).write();
    }
    copy();
    belgium.correct();
    france.correct();
    copy();
  }

  /** What is worked out and, the same again, what was kept. */
  private <T> T asked(Caller caller, Supplier<Analysis<T>> question) {
    long hits = cache.figures().hits();
    Analysis<T> worked = by(caller, question);
    assertEquals(hits, cache.figures().hits());
    assertEquals(worked, by(caller, question));
    assertEquals(hits + 1, cache.figures().hits());
    return worked.result();
  }

  private static <T> T by(Caller caller, Supplier<T> question) {
    try {
      return Tenancy.callAs(caller, question::get);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ZonedDateTime startOf(Instant instant, Interval interval) {
    ZonedDateTime local = instant.atZone(BRUSSELS);
    return switch (interval) {
      case QUARTER_HOUR -> local;
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
      case DAY -> local.truncatedTo(ChronoUnit.DAYS);
      case MONTH -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }

  private static SortedMap<OffsetDateTime, List<Block>> byInterval(
      GeneratedPrices prices, Span span, Interval interval) {
    return prices.blocks().subMap(span.from(), span.to()).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                block -> startOf(block.getKey(), interval).toOffsetDateTime(),
                TreeMap::new,
                Collectors.mapping(block -> block.getValue(), Collectors.toList())));
  }

  @Test
  void bucketsAreTheMarketsOwn() {
    for (Span span : List.of(SPRING, AUTUMN)) {
      for (Interval interval : Interval.values()) {
        List<PriceBucket> expected = new ArrayList<>();
        byInterval(belgium, span, interval)
            .forEach((start, blocks) -> expected.add(bucket(start, blocks)));
        assertEquals(
            expected, asked(owner, () -> analytics.buckets(be, span, interval)), interval::code);
      }
    }
  }

  private static PriceBucket bucket(OffsetDateTime start, List<Block> blocks) {
    List<BigDecimal> prices = blocks.stream().map(Block::price).toList();
    BigDecimal energy = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    boolean any = false;
    for (Block block : blocks) {
      BigDecimal megawatts = block.megawatts();
      if (megawatts != null) {
        any = true;
        energy = energy.add(megawatts);
        value = value.add(megawatts.multiply(block.price()));
      }
    }
    return new PriceBucket(
        start,
        prices.size(),
        prices.get(0),
        prices.stream().max(BigDecimal::compareTo).orElseThrow(),
        prices.stream().min(BigDecimal::compareTo).orElseThrow(),
        prices.get(prices.size() - 1),
        sum(prices).divide(BigDecimal.valueOf(prices.size()), 4, RoundingMode.HALF_EVEN),
        any ? energy.divide(BigDecimal.valueOf(4), 3, RoundingMode.HALF_EVEN) : null,
        energy.signum() == 0 ? null : value.divide(energy, 4, RoundingMode.HALF_EVEN));
  }

  @Test
  void aDaysFiguresAreThoseOfItsBlocks() {
    OffsetDateTime start = OffsetDateTime.parse("2025-10-26T00:00+02:00");
    Span today = new Span(start.toInstant(), Instant.parse("2025-10-26T23:00:00Z"));
    PriceBucket day = bucket(start, List.copyOf(blocks(today)));
    DayFigures found =
        asked(
            owner,
            () -> analytics.day(be, start.toLocalDate(), Instant.parse("2025-10-26T10:20:00Z")));
    assertEquals(day.blocks(), found.blocks());
    assertEquals(day.mean(), found.mean());
    assertEquals(day.volumeMwh(), found.volumeMwh());
    assertEquals(day.volumeWeighted(), found.volumeWeighted());
    assertEquals(day.low(), requireNonNull(found.low()).price());
    assertEquals(day.high(), requireNonNull(found.high()).price());
    Instant latest = belgium.blocks().headMap(Instant.parse("2025-10-26T10:20:01Z")).lastKey();
    assertEquals(latest, requireNonNull(found.latest()).start().toInstant());
    Span before = new Span(Instant.parse("2025-10-24T22:00:00Z"), today.from());
    assertEquals(bucket(start, List.copyOf(blocks(before))).mean(), found.meanDayBefore());
    assertEquals(
        asked(owner, () -> analytics.volatility(be, today, Interval.DAY)).get(0).deviation(),
        found.deviation());
    assertEquals(
        found,
        by(owner, () -> analytics.day(be, null, Instant.parse("2025-10-26T10:20:00Z"))).result());
  }

  private Collection<Block> blocks(Span span) {
    return belgium.blocks().subMap(span.from(), span.to()).values();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void theHourThatComesTwiceIsTwoBuckets() {
    List<OffsetDateTime> starts =
        asked(owner, () -> analytics.buckets(be, AUTUMN, Interval.HOUR)).stream()
            .map(PriceBucket::start)
            .toList();
    assertTrue(starts.contains(OffsetDateTime.parse("2025-10-26T02:00+02:00")));
    assertTrue(starts.contains(OffsetDateTime.parse("2025-10-26T02:00+01:00")));
  }

  @Test
  void quantilesArePricesThatWere() {
    List<BigDecimal> sorted =
        belgium.blocks().values().stream().map(Block::price).sorted().toList();
    BigDecimal zero = BigDecimal.ZERO;
    PriceDistribution found =
        asked(
            owner,
            () ->
                analytics.distribution(
                    be,
                    YEAR,
                    List.of(zero, new BigDecimal("50")),
                    List.of(zero, new BigDecimal("0.5"), BigDecimal.ONE)));
    int n = sorted.size();
    assertEquals(n, found.blocks());
    assertEquals(
        List.of(sorted.get(0), sorted.get((n + 1) / 2 - 1), sorted.get(n - 1)),
        found.quantiles().stream().map(PriceDistribution.Quantile::price).toList());
    long below = sorted.stream().filter(price -> price.signum() < 0).count();
    long above =
        sorted.stream().filter(price -> price.compareTo(new BigDecimal("50")) >= 0).count();
    assertEquals(
        List.of(below, n - below - above, above),
        found.bins().stream().map(PriceDistribution.Bin::blocks).toList());
  }

  @Test
  void volatilityLeavesHolesOut() {
    for (Interval interval : List.of(Interval.DAY, Interval.MONTH)) {
      SortedMap<OffsetDateTime, List<BigDecimal>> changes = new TreeMap<>();
      var blocks = belgium.blocks().subMap(AUTUMN.from(), AUTUMN.to());
      blocks.forEach(
          (start, block) -> {
            Block before = blocks.get(start.minusSeconds(900));
            if (before != null) {
              changes
                  .computeIfAbsent(
                      startOf(start, interval).toOffsetDateTime(), at -> new ArrayList<>())
                  .add(block.price().subtract(before.price()));
            }
          });
      List<Volatility> expected = new ArrayList<>();
      changes.forEach(
          (start, found) -> expected.add(new Volatility(start, found.size(), deviation(found))));
      assertEquals(expected, asked(owner, () -> analytics.volatility(be, AUTUMN, interval)));
    }
  }

  /** By its definition: the root of the mean square distance from the mean. */
  private static BigDecimal deviation(List<BigDecimal> values) {
    MathContext digits = new MathContext(40);
    BigDecimal mean = sum(values).divide(BigDecimal.valueOf(values.size()), digits);
    BigDecimal squares = sum(values.stream().map(value -> value.subtract(mean).pow(2)).toList());
    return squares
        .divide(BigDecimal.valueOf(values.size() - 1L), digits)
        .sqrt(digits)
        .setScale(4, RoundingMode.HALF_EVEN);
  }

  @Test
  void spreadIsOfBlocksThatBothHave() {
    List<Spread> expected = new ArrayList<>();
    SortedMap<OffsetDateTime, List<BigDecimal>> differences = differences(Interval.DAY, SPRING);
    differences.forEach(
        (start, found) ->
            expected.add(
                new Spread(
                    start,
                    found.size(),
                    sum(found).divide(BigDecimal.valueOf(found.size()), 4, RoundingMode.HALF_EVEN),
                    found.stream().min(BigDecimal::compareTo).orElseThrow(),
                    found.stream().max(BigDecimal::compareTo).orElseThrow())));
    assertEquals(expected, asked(owner, () -> analytics.spread(be, fr, SPRING, Interval.DAY)));
  }

  private SortedMap<OffsetDateTime, List<BigDecimal>> differences(Interval interval, Span span) {
    SortedMap<OffsetDateTime, List<BigDecimal>> differences = new TreeMap<>();
    belgium
        .blocks()
        .subMap(span.from(), span.to())
        .forEach(
            (start, block) -> {
              Block other = france.blocks().get(start);
              if (other != null) {
                differences
                    .computeIfAbsent(
                        startOf(start, interval).toOffsetDateTime(), at -> new ArrayList<>())
                    .add(block.price().subtract(other.price()));
              }
            });
    return differences;
  }

  @Test
  void correlationRolls() {
    Correlation found = asked(owner, () -> analytics.correlation(be, fr, YEAR, Interval.DAY, 3));
    SortedMap<OffsetDateTime, List<BigDecimal>> days = differences(Interval.DAY, YEAR);
    assertEquals(
        List.copyOf(days.keySet()),
        found.rolling().stream().map(Correlation.Rolling::start).toList());
    for (Correlation.Rolling rolling : found.rolling()) {
      Instant from = rolling.start().atZoneSameInstant(BRUSSELS).minusDays(2).toInstant();
      Instant to = rolling.start().atZoneSameInstant(BRUSSELS).plusDays(1).toInstant();
      assertEquals(pearson(from, to), rolling.coefficient());
    }
    assertEquals(pearson(YEAR.from(), YEAR.to()), found.whole());
    assertEquals(
        new BigDecimal("1.000000"),
        asked(owner, () -> analytics.correlation(be, be, YEAR, Interval.DAY, 3)).whole());
  }

  /** By its definition: covariance over the product of the deviations. */
  private BigDecimal pearson(Instant from, Instant to) {
    MathContext digits = new MathContext(40);
    List<BigDecimal> x = new ArrayList<>();
    List<BigDecimal> y = new ArrayList<>();
    belgium
        .blocks()
        .subMap(from, to)
        .forEach(
            (start, block) -> {
              Block other = france.blocks().get(start);
              if (other != null) {
                x.add(block.price());
                y.add(other.price());
              }
            });
    BigDecimal meanX = sum(x).divide(BigDecimal.valueOf(x.size()), digits);
    BigDecimal meanY = sum(y).divide(BigDecimal.valueOf(x.size()), digits);
    BigDecimal together = BigDecimal.ZERO;
    BigDecimal squareX = BigDecimal.ZERO;
    BigDecimal squareY = BigDecimal.ZERO;
    for (int i = 0; i < x.size(); i++) {
      BigDecimal fromX = x.get(i).subtract(meanX);
      BigDecimal fromY = y.get(i).subtract(meanY);
      together = together.add(fromX.multiply(fromY));
      squareX = squareX.add(fromX.pow(2));
      squareY = squareY.add(fromY.pow(2));
    }
    return together
        .divide(squareX.multiply(squareY).sqrt(digits), digits)
        .setScale(6, RoundingMode.HALF_EVEN);
  }

  @Test
  void gapsAreAnomalies() {
    Span span = new Span(AUTUMN.from(), Instant.parse("2025-10-28T00:00:00Z"));
    long missing =
        asked(
                owner,
                () ->
                    analytics.anomalies(
                        be, span, new AnomalyRule(Method.ROBUST_Z, BigDecimal.TEN, 7, Season.DAY)))
            .stream()
            .mapToLong(anomaly -> anomaly.minutes())
            .sum();
    Instant first = belgium.blocks().tailMap(span.from()).firstKey();
    Instant last = belgium.blocks().headMap(span.to()).lastKey();
    assertTrue(first.equals(span.from()) || first.isAfter(span.from()));
    long blocks = belgium.blocks().subMap(span.from(), span.to()).size();
    assertEquals(
        (last.getEpochSecond() - span.from().getEpochSecond()) / 900 + 1 - blocks, missing / 15);
  }

  @Test
  void nobodySeesAnothersPrices() {
    Caller stranger = Tenants.create(SERVER);
    assertEquals(List.of(), asked(stranger, () -> analytics.buckets(be, YEAR, Interval.DAY)));
    assertFalse(asked(owner, () -> analytics.buckets(be, YEAR, Interval.DAY)).isEmpty());
    assertEquals(List.of(), asked(stranger, () -> analytics.buckets(be, YEAR, Interval.MONTH)));
  }

  /** A question about two areas, since each of them may have changed. */
  @Test
  void pricesThatAreCorrectedOrComeLate_areInTheNextAnswer() {
    Supplier<Analysis<List<Spread>>> question = () -> analytics.spread(be, fr, YEAR, Interval.HOUR);
    List<Spread> before = asked(owner, question);
    france.correct();
    copy();
    List<Spread> corrected = asked(owner, question);
    assertNotEquals(before, corrected);
    assertEquals(by(owner, () -> fresh.spread(be, fr, YEAR, Interval.HOUR)).result(), corrected);
    for (GeneratedPrices prices : List.of(belgium, france)) {
      new GeneratedPrices(TRANSACTIONS, owner, prices.area(), 3).days("2025-05-01", 1).write();
    }
    copy();
    assertTrue(asked(owner, question).size() > corrected.size());
  }

  /** Text of a caller stays text. */
  @Test
  void anAreaOfAnyNameIsOnlyUnknown() {
    SeriesKey strange = key("BE' or '1' = '1\\");
    assertEquals(List.of(), asked(owner, () -> analytics.buckets(strange, YEAR, Interval.DAY)));
  }
}
