package energy.optibid.engine.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePackTest {
  private static final String HEADER =
      "market,parameter,value,unit,effective_from,effective_to,source,confidence\n";

  private static RulePack pack(String rows) {
    byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    return RulePack.read("test.csv", new ByteArrayInputStream(bytes));
  }

  private static List<String> faults(String rows) {
    return assertThrows(RulePackException.class, () -> pack(rows)).faults().stream()
        .map(fault -> fault.line() + " " + fault.column())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-31, 0, 4000, 60, 24",
    "2025-01-01, -500, 4000, 60, 24",
    "2022-05-10, 0, 3000, 60, 24",
    "2025-03-30, -500, 4000, 60, 23",
    "2025-09-30, -500, 4000, 60, 24",
    "2025-10-01, -500, 4000, 15, 96",
    "2025-10-26, -500, 4000, 15, 100",
    "2026-03-29, -500, 4000, 15, 92",
  })
  void gmeRulesOfTheDay(LocalDate date, String floor, String cap, int minutes, int periods) {
    AuctionRules rules = RealGmeDays.pack().auction(date);
    assertEquals(Price.of(floor), rules.priceFloor());
    assertEquals(Price.of(cap), rules.priceCap());
    assertEquals(Duration.ofMinutes(minutes), rules.marketTimeUnit());
    assertEquals(periods, rules.day().blockCount());
    assertEquals(Price.of("0.01"), rules.priceTick());
    assertEquals(new Power(1), rules.quantityLot());
    assertEquals(7, rules.zones().size());
  }

  /** Every pack of the project parses, and says all of it without a gap from its first day on. */
  @Test
  void shippedPacksParseAndHaveNoGaps() throws IOException {
    List<Path> packs;
    try (Stream<Path> files = Files.list(Path.of("../config/rule-packs"))) {
      packs = files.filter(file -> file.toString().endsWith(".csv")).toList();
    }
    assertTrue(packs.size() >= 1, packs.toString());
    for (Path file : packs) {
      RulePack pack;
      try (InputStream csv = Files.newInputStream(file)) {
        pack = RulePack.read(file.toString(), csv);
      }
      assertEquals(file.getFileName().toString(), pack.market() + ".csv");
      LocalDate first =
          pack.rules().stream()
              .map(DatedRule::effectiveFrom)
              .min(LocalDate::compareTo)
              .orElseThrow();
      first
          .datesUntil(LocalDate.of(2027, 1, 1))
          .forEach(day -> assertEquals(day, pack.auction(day).deliveryDay()));
    }
  }

  @Test
  void gateClosesAtNoonOfTheDayBeforeInLocalTime() {
    RulePack pack = RealGmeDays.pack();
    assertEquals(
        Instant.parse("2025-03-29T11:00:00Z"),
        pack.auction(LocalDate.of(2025, 3, 30)).gateClosesAt());
    assertEquals(
        Instant.parse("2025-03-30T10:00:00Z"),
        pack.auction(LocalDate.of(2025, 3, 31)).gateClosesAt());
  }

  @Test
  void confidenceIsKept() {
    DatedRule lot = RealGmeDays.pack().rule(RuleParameter.QUANTITY_LOT, LocalDate.of(2025, 4, 1));
    assertEquals(Confidence.VERIFIED, lot.confidence());
    DatedRule points =
        RealGmeDays.pack().rule(RuleParameter.MAX_CURVE_POINTS, LocalDate.of(2025, 4, 1));
    assertEquals(Confidence.UNVERIFIED, points.confidence());
    assertTrue(points.source().length() > 10);
  }

  @Test
  void dayWithoutRulesIsNamed() {
    RuleMissingException e =
        assertThrows(
            RuleMissingException.class,
            () -> RealGmeDays.pack().auction(LocalDate.of(2020, 12, 31)));
    assertEquals("the rule pack gme-mgp has no time_zone for 2020-12-31", e.getMessage());
  }

  @Test
  void everyFaultOfAPackIsNamedWithItsLine() {
    assertEquals(
        List.of(
            "2 parameter",
            "3 value",
            "4 effective_from",
            "5 effective_to",
            "6 source",
            "7 confidence",
            "8 ",
            "10 market",
            "11 value"),
        faults(
            """
            m,price_flor,0,,2025-01-01,,s,source
            m,price_cap,high,,2025-01-01,,s,source
            m,price_cap,1,,1 May,,s,source
            m,price_cap,1,,2025-01-02,2025-01-01,s,source
            m,price_cap,1,,2025-01-01,,,source
            m,price_cap,1,,2025-01-01,,s,certain
            m,price_cap,1,,2025-01-01,,s
            m,price_cap,1,,2025-01-01,,s,source
            n,price_tick,1,,2025-01-01,,s,source
            m,gate_closure,noon,,2025-01-01,,s,source
            """));
  }

  @Test
  void overlappingPeriodsAreRefused() {
    assertEquals(
        List.of("3 effective_from"),
        faults(
            """
            m,price_cap,1,,2025-01-01,2025-06-30,s,source
            m,price_cap,2,,2025-06-30,,s,source
            """));
    assertEquals(
        2,
        pack("""
                m,price_cap,1,,2025-01-01,2025-06-30,s,source
                m,price_cap,2,,2025-07-01,,s,source
                """)
            .rules()
            .size());
  }

  @Test
  void wrongHeaderAndEmptyPackAreRefused() {
    byte[] bytes = "a,b\nx,y\n".getBytes(StandardCharsets.UTF_8);
    RulePackException wrong =
        assertThrows(
            RulePackException.class,
            () -> RulePack.read("test.csv", new ByteArrayInputStream(bytes)));
    assertEquals(1, wrong.faults().get(0).line());
    assertEquals(List.of("1 "), faults(""));
  }
}
