package energy.optibid.analytics.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.AnomalyRule.Method;
import energy.optibid.analytics.AnomalyRule.Season;
import energy.optibid.analytics.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnomalySearchTest {
  private static final long DAY = 86_400;
  private static final long FIRST = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
  private static final AnomalyRule RULE =
      new AnomalyRule(Method.ROBUST_Z, new BigDecimal("3.5"), 10, Season.DAY);

  /** One block a day of 24 hours, from a day on. */
  private static List<BlockFact> daily(int from, long... prices) {
    List<BlockFact> blocks = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      blocks.add(new BlockFact(FIRST + (from + i) * DAY, 1_440, prices[i], null));
    }
    return blocks;
  }

  private static List<Anomaly> search(List<BlockFact> blocks, int fromDay, int toDay) {
    Span span =
        new Span(
            Instant.ofEpochSecond(FIRST + fromDay * DAY),
            Instant.ofEpochSecond(FIRST + toDay * DAY));
    return new AnomalySearch(RULE, ZoneOffset.UTC).in(blocks, span);
  }

  @Test
  void aPriceFarFromItsMedianIsOne() {
    // median 13, distances 3 2 1 0 1 2 3: MAD 2
    List<BlockFact> blocks = daily(0, 10, 11, 12, 13, 14, 15, 16, 24);
    // 0.6745 × 11 ÷ 2 = 3.70975
    assertEquals(
        List.of(
            new Anomaly(
                Anomaly.Kind.PRICE,
                OffsetDateTime.parse("2025-01-08T00:00Z"),
                1_440,
                new BigDecimal("0.0024"),
                new BigDecimal("0.0013"),
                new BigDecimal("3.71"))),
        search(blocks, 7, 8));
    assertEquals(List.of(), search(daily(0, 10, 11, 12, 13, 14, 15, 16, 23), 7, 8));
  }

  @Test
  void withoutAMedianDistanceTheMeanOneCounts() {
    // median 5, MAD 0, mean distance 7 ÷ 7 = 1: 5 ÷ 1.253314 = 3.989
    List<Anomaly> found = search(daily(0, 5, 5, 5, 5, 5, 5, 12, 10), 7, 8);
    assertEquals(List.of(new BigDecimal("3.99")), found.stream().map(Anomaly::score).toList());
  }

  @Test
  void aReferenceThatNeverMovesJudgesNothing() {
    assertEquals(List.of(), search(daily(0, 5, 5, 5, 5, 5, 5, 5, 1_000_000), 7, 8));
  }

  @Test
  void tooFewJudgeNothing_andWhatIsTooOldDoesNotCount() {
    assertEquals(List.of(), search(daily(0, 10, 11, 12, 13, 14, 15, 99), 6, 7));
    List<BlockFact> blocks = daily(0, 10, 11, 12, 13, 14, 15, 16);
    blocks.addAll(daily(14, 99));
    assertEquals(List.of(), search(blocks, 14, 15));
  }

  @Test
  void aHoleIsOneAndItsPartBeforeTheSpanIsNot() {
    List<BlockFact> blocks = daily(0, 1);
    blocks.addAll(daily(4, 1));
    assertEquals(List.of(gap("2025-01-02T00:00Z", 3)), search(blocks, 0, 5));
    assertEquals(List.of(gap("2025-01-03T00:00Z", 2)), search(blocks, 2, 5));
  }

  private static Anomaly gap(String start, int days) {
    @Nullable BigDecimal none = null;
    return new Anomaly(
        Anomaly.Kind.GAP, OffsetDateTime.parse(start), days * 1_440L, none, none, none);
  }

  @Test
  void volumesAreJudgedToo() {
    List<BlockFact> blocks = new ArrayList<>();
    long[] kilowatts = {10_000, 11_000, 12_000, 13_000, 14_000, 15_000, 16_000, 90_000};
    for (int i = 0; i < kilowatts.length; i++) {
      blocks.add(new BlockFact(FIRST + i * DAY, 1_440, 7, kilowatts[i]));
    }
    List<Anomaly> found = search(blocks, 7, 8);
    assertEquals(List.of(Anomaly.Kind.VOLUME), found.stream().map(Anomaly::kind).toList());
    assertEquals(new BigDecimal("90.000"), found.get(0).value());
  }
}
