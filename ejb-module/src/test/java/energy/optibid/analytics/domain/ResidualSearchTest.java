package energy.optibid.analytics.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.AnomalyRule.Method;
import energy.optibid.analytics.AnomalyRule.Season;
import energy.optibid.analytics.Span;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What trend and season do not explain, and what no decomposition can be made of. */
class ResidualSearchTest {
  private static final long HOUR = 3_600;
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final long WINTER = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

  /** Hours from a start on, by the clock of a zone; the noise is of the generator of ANSI C. */
  private static List<BlockFact> hours(long start, int count, ZoneId zone) {
    long state = 42;
    List<BlockFact> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      state = (state * 1_103_515_245L + 12_345) % 2_147_483_648L;
      long at = start + i * HOUR;
      int hour = Instant.ofEpochSecond(at).atZone(zone).getHour();
      long price = 500_000 + 100L * i + 10_000L * Math.abs(12 - hour) + state % 20_001 - 10_000;
      blocks.add(new BlockFact(at, 60, price, null));
    }
    return blocks;
  }

  private static void add(List<BlockFact> blocks, int index, long price) {
    BlockFact block = blocks.get(index);
    blocks.set(
        index,
        new BlockFact(block.start(), block.minutes(), block.price() + price, block.kilowatts()));
  }

  private static List<Anomaly> search(List<BlockFact> blocks, ZoneId zone, Season season) {
    return search(blocks, zone, season, blocks.get(0).start());
  }

  private static List<Anomaly> search(
      List<BlockFact> blocks, ZoneId zone, Season season, long from) {
    AnomalyRule rule = new AnomalyRule(Method.STL, new BigDecimal("3.5"), 28, season);
    BlockFact last = blocks.get(blocks.size() - 1);
    return new ResidualSearch(rule, zone)
        .in(blocks, new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(last.end())));
  }

  /** Without those that a threshold of 10 would leave out: over few days noise reaches 5. */
  private static List<Anomaly.Kind> kinds(List<Anomaly> found) {
    BigDecimal threshold = BigDecimal.TEN;
    return found.stream()
        .filter(
            anomaly -> anomaly.score() == null || anomaly.score().abs().compareTo(threshold) > 0)
        .map(Anomaly::kind)
        .toList();
  }

  private static Anomaly price(String start, int minutes, String value, String usual, String z) {
    return new Anomaly(
        Anomaly.Kind.PRICE,
        OffsetDateTime.parse(start),
        minutes,
        new BigDecimal(value),
        new BigDecimal(usual),
        new BigDecimal(z));
  }

  private static List<BlockFact> twoThatStandOut() {
    List<BlockFact> blocks = hours(WINTER, 720, ZoneOffset.UTC);
    add(blocks, 100, 400_000);
    add(blocks, 500, -250_000);
    return blocks;
  }

  /**
   * Worked out by statsmodels 0.14.5 of the same series x: {@code STL(x, period=24, seasonal=35,
   * trend=39, low_pass=25, seasonal_deg=0, robust=True, seasonal_jump=4, trend_jump=4,
   * low_pass_jump=3).fit(inner_iter=1, outer_iter=15)}, {@code seasonal + trend}.
   */
  @Test
  void trendAndSeasonAreThoseOfStatsmodels() {
    List<BlockFact> blocks = twoThatStandOut();
    double[] expected =
        SeasonalTrend.expected(
            blocks.stream().mapToDouble(block -> (double) block.price()).toArray(), 24);
    int[] at = {0, 1, 23, 99, 100, 101, 350, 500, 718, 719};
    double[] known = {
      617_958.423, 608_107.225, 612_500.142, 603_045.832, 592_488.642,
      583_737.624, 554_361.747, 630_055.776, 673_432.747, 683_318.472
    };
    double[] found = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      found[i] = expected[at[i]];
    }
    assertArrayEquals(known, found, 0.001);
  }

  /**
   * The same by statsmodels of {@code numpy.clip} of each hour at its median ± 6 × 1.4826 × MAD;
   * scores by numpy's medians of what that leaves of x, rounded to 10⁻⁴ per MWh.
   */
  @Test
  void whatStandsOutIsFound_andWhatIsBeforeTheSpanIsOnlyReference() {
    List<BlockFact> blocks = twoThatStandOut();
    Anomaly first = price("2025-01-05T04:00Z", 60, "98.3174", "59.2489", "60.81");
    Anomaly second = price("2025-01-21T20:00Z", 60, "38.6126", "63.0056", "-37.90");
    assertEquals(List.of(first, second), search(blocks, ZoneOffset.UTC, Season.DAY));
    assertEquals(
        List.of(second),
        search(blocks, ZoneOffset.UTC, Season.DAY, first.start().toEpochSecond() + 1));
  }

  @Test
  void theSeasonIsThatOfTheClockOnTheWall() {
    for (String start : List.of("2025-03-14T23:00:00Z", "2025-10-14T22:00:00Z")) {
      List<BlockFact> blocks = hours(Instant.parse(start).getEpochSecond(), 720, BRUSSELS);
      assertEquals(List.of(), search(blocks, BRUSSELS, Season.DAY), start);
    }
    List<BlockFact> autumn =
        hours(Instant.parse("2025-10-14T22:00:00Z").getEpochSecond(), 720, BRUSSELS);
    add(autumn, 11 * 24 + 3, 400_000);
    List<Anomaly> found = search(autumn, BRUSSELS, Season.DAY);
    assertEquals(
        List.of(OffsetDateTime.parse("2025-10-26T02:00+01:00")),
        found.stream().map(Anomaly::start).toList());
  }

  /** A Sunday is dear every week: against the days before it, it stands out; against weeks, not. */
  @Test
  void aWeekIsASeasonToo() {
    List<BlockFact> blocks = hours(WINTER, 8 * 168, ZoneOffset.UTC);
    for (int i = 0; i < blocks.size(); i++) {
      if (i / 24 % 7 == 6) {
        add(blocks, i, 300_000);
      }
    }
    assertEquals(List.of(), search(blocks, ZoneOffset.UTC, Season.WEEK));
    add(blocks, 700, 300_000);
    assertEquals(1, search(blocks, ZoneOffset.UTC, Season.WEEK).size());
  }

  @Test
  void aShortHoleIsFilledAndTold_aLongOnePartsTheSeries() {
    List<BlockFact> blocks = twoThatStandOut();
    blocks.subList(300, 306).clear();
    List<Anomaly> found = search(blocks, ZoneOffset.UTC, Season.DAY);
    assertEquals(List.of(Anomaly.Kind.PRICE, Anomaly.Kind.GAP, Anomaly.Kind.PRICE), kinds(found));
    assertEquals(360, found.get(1).minutes());
    blocks.subList(220, 300).clear();
    // 220 hours before it and 414 after it
    assertEquals(
        List.of(Anomaly.Kind.PRICE, Anomaly.Kind.GAP, Anomaly.Kind.PRICE),
        kinds(search(blocks, ZoneOffset.UTC, Season.DAY)));
    blocks.subList(0, 90).clear();
    // of the 130 hours before the hole none can be judged
    assertEquals(
        List.of(Anomaly.Kind.GAP, Anomaly.Kind.PRICE),
        kinds(search(blocks, ZoneOffset.UTC, Season.DAY)));
  }

  @Test
  void quartersThatFollowHoursAreJudgedAlike() {
    List<BlockFact> blocks = new ArrayList<>();
    for (BlockFact hour : hours(WINTER, 720, ZoneOffset.UTC)) {
      if (hour.start() < WINTER + 360 * HOUR) {
        blocks.add(hour);
      } else {
        for (int quarter = 0; quarter < 4; quarter++) {
          blocks.add(new BlockFact(hour.start() + quarter * 900, 15, hour.price(), null));
        }
      }
    }
    add(blocks, 100, 400_000);
    add(blocks, 1_000, 400_000);
    assertEquals(
        List.of(60L, 15L),
        search(blocks, ZoneOffset.UTC, Season.DAY).stream().map(Anomaly::minutes).toList());
  }

  @Test
  void volumesAreDecomposedByThemselves() {
    List<BlockFact> blocks = new ArrayList<>();
    for (BlockFact hour : hours(WINTER, 720, ZoneOffset.UTC)) {
      blocks.add(new BlockFact(hour.start(), 60, 7, hour.price() * 2));
    }
    BlockFact block = blocks.get(100);
    blocks.set(100, new BlockFact(block.start(), 60, 7, 9_000_000L));
    List<Anomaly> found = search(blocks, ZoneOffset.UTC, Season.DAY);
    assertEquals(List.of(Anomaly.Kind.VOLUME), found.stream().map(Anomaly::kind).toList());
    assertEquals(new BigDecimal("9000.000"), found.get(0).value());
  }

  @Test
  void lessThanSevenSeasonsAreRefused_andNoPricesAreNoFault() {
    List<BlockFact> blocks = hours(WINTER, 167, ZoneOffset.UTC);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> search(blocks, ZoneOffset.UTC, Season.DAY));
    assertEquals("?from", refused.faults().get(0).field());
    List<BlockFact> enough = hours(WINTER, 168, ZoneOffset.UTC);
    add(enough, 100, 400_000);
    assertEquals(List.of(Anomaly.Kind.PRICE), kinds(search(enough, ZoneOffset.UTC, Season.DAY)));
    assertThrows(
        ProblemException.class,
        () -> search(hours(WINTER, 1_175, ZoneOffset.UTC), ZoneOffset.UTC, Season.WEEK));
    AnomalyRule rule = new AnomalyRule(Method.STL, BigDecimal.ONE, 28, Season.DAY);
    Span span = new Span(Instant.EPOCH, Instant.parse("1970-02-01T00:00:00Z"));
    assertEquals(List.of(), new ResidualSearch(rule, ZoneOffset.UTC).in(List.of(), span));
  }

  @Test
  void blocksThatAreOnNoGridAreRefused() {
    List<BlockFact> days = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      days.add(new BlockFact(WINTER + i * 24 * HOUR, 1_440, i, null));
    }
    ProblemException refused =
        assertThrows(ProblemException.class, () -> search(days, ZoneOffset.UTC, Season.DAY));
    assertEquals("uneven", refused.faults().get(0).code());
  }
}
