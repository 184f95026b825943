package energy.optibid.analytics.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.DayFigures.PricedBlock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayFactsTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  /** In spring the clocks go from 02:00 to 03:00: a day of 23 hours. */
  private static final LocalDate SPRING = LocalDate.of(2025, 3, 30);

  private static BlockFact block(String start, int minutes, long price, @Nullable Long kilowatts) {
    return new BlockFact(OffsetDateTime.parse(start).toEpochSecond(), minutes, price, kilowatts);
  }

  private static DayFigures figures(String now, BlockFact... blocks) {
    return new DayFacts(List.of(blocks), SPRING, ROME).of("EUR", Instant.parse(now));
  }

  private static PricedBlock priced(String start, int minutes, String price) {
    return new PricedBlock(OffsetDateTime.parse(start), minutes, new BigDecimal(price));
  }

  @Test
  void aDayIsTheMarketsOwnAndBlocksCountByTheirLength() {
    DayFigures figures =
        figures(
            "2025-03-30T00:30:00Z",
            block("2025-03-22T23:00:00+01:00", 60, 9_990_000, null),
            block("2025-03-23T00:00:00+01:00", 60, 100_000, null),
            block("2025-03-29T00:00:00+01:00", 60, 200_000, null),
            block("2025-03-30T00:00:00+01:00", 60, 300_000, 1_000L),
            block("2025-03-30T01:00:00+01:00", 30, -600_000, 2_000L),
            block("2025-03-30T01:30:00+01:00", 30, 300_000, null),
            block("2025-03-30T23:00:00+02:00", 60, 100_000, 0L),
            block("2025-03-31T00:00:00+02:00", 60, 9_990_000, null));
    assertEquals(
        new DayFigures(
            OffsetDateTime.parse("2025-03-30T00:00+01:00"),
            "EUR",
            4,
            priced("2025-03-30T01:30+01:00", 30, "30.0000"),
            priced("2025-03-30T01:00+01:00", 30, "-60.0000"),
            priced("2025-03-30T00:00+01:00", 60, "30.0000"),
            // (30 · 60 − 60 · 30 + 30 · 30 + 10 · 60) ÷ 180
            new BigDecimal("8.3333"),
            // −90 and +90 follow each other, +10 stands behind a hole: √(2 · 90²)
            new BigDecimal("127.2792"),
            1,
            new BigDecimal("2.000"),
            // (30 · 1 − 60 · 1) ÷ 2
            new BigDecimal("-15.0000"),
            new BigDecimal("20.0000"),
            new BigDecimal("15.0000")),
        figures);
  }

  @Test
  void whatHasNotBegunIsNotTheLatest_andWithoutPricesThereAreNoFigures() {
    assertNull(
        figures("2025-03-29T22:59:00Z", block("2025-03-30T00:00:00+01:00", 60, 300_000, null))
            .latest());
    DayFigures none = figures("2025-03-30T12:00:00Z");
    assertEquals(0, none.blocks());
    assertNull(none.mean());
    assertNull(none.low());
    assertNull(none.volumeMwh());
    assertNull(none.meanWeekBefore());
  }
}
