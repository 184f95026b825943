package energy.optibid.engine.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePackTest {
  private static final String HEADER =
      "market,parameter,value,unit,effective_from,effective_to,source,confidence\n";

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
    assertTrue(packs.size() == 21, packs.toString());
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
          .forEach(day -> assertEquals(day, MarketCalendar.of(pack, day).day()));
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

  /** MARKET-RULES §1: 48 sessions; the first is open from 22:45 to 23:00 of the day before. */
  @Test
  void realTimeMarketHasItsSessions() throws IOException {
    List<AuctionSession> sessions = indian("iex-rtm").sessions();
    assertEquals(48, sessions.size());
    AuctionSession first = sessions.get(0);
    assertEquals(Instant.parse("2026-11-23T17:15:00Z"), first.gateOpens());
    assertEquals(Instant.parse("2026-11-23T17:30:00Z"), first.gateCloses());
    AuctionSession last = sessions.get(47);
    assertEquals(95, last.firstBlock());
    assertEquals(2, last.blockCount());
    assertEquals(Instant.parse("2026-11-24T17:00:00Z"), last.gateCloses());
  }

  @Test
  void dayAheadMarketHasOneAuctionWithItsTimeLine() throws IOException {
    List<AuctionSession> sessions = indian("iex-dam").sessions();
    assertEquals(
        List.of(
            new AuctionSession(
                1,
                1,
                96,
                Instant.parse("2026-11-23T04:30:00Z"),
                Instant.parse("2026-11-23T06:30:00Z"),
                Instant.parse("2026-11-23T07:30:00Z"),
                Instant.parse("2026-11-23T09:30:00Z"))),
        sessions);
  }

  /** MARKET-RULES §1: 12,000 on 2022-10-18, 10,000 on 2023-12-27, 20,000 for high prices. */
  @Test
  void indianPriceLimitsFollowTheirDates() throws IOException {
    assertEquals(
        Price.of("12000"), shippedPack("iex-dam").auction(LocalDate.of(2022, 10, 18)).priceCap());
    assertEquals(
        Price.of("10000"), shippedPack("iex-dam").auction(LocalDate.of(2023, 12, 27)).priceCap());
    assertEquals(
        Price.of("20000"), shippedPack("iex-hpdam").auction(LocalDate.of(2023, 12, 27)).priceCap());
  }

  private static AuctionRules indian(String market) throws IOException {
    return shippedPack(market).auction(LocalDate.of(2026, 11, 24));
  }

  private static RulePack shippedPack(String market) throws IOException {
    Path file = Path.of("../config/rule-packs/" + market + ".csv");
    try (InputStream csv = Files.newInputStream(file)) {
      return RulePack.read(file.toString(), csv);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iex-dam, LINEAR BLOCK LINKED",
    "pxil-rtm, LINEAR BLOCK LINKED",
    "hpx-hpdam, LINEAR BLOCK LINKED",
    "gme-mgp, STEP BLOCK MINIMUM_ACCEPTANCE_RATIO",
    "omie-md, STEP MINIMUM_INCOME SCALABLE_COMPLEX SCHEDULED_STOP LOAD_GRADIENT",
  })
  void orderTypesAreThoseOfTheMarket(String market, String types) throws IOException {
    AuctionRules rules = shippedPack(market).auction(LocalDate.of(2026, 11, 24));
    EnumSet<OrderType> expected = EnumSet.noneOf(OrderType.class);
    Stream.of(types.split(" ")).map(OrderType::valueOf).forEach(expected::add);
    assertEquals(expected, rules.orderTypes());
    assertFalse(rules.permits(OrderType.FLEXIBLE));
    rules.orderTypes().clear();
    assertEquals(expected, rules.orderTypes(), "a caller's change reached the rules");
  }

  @Test
  void aGenericCoupledZoneTakesEveryOrderType() throws IOException {
    AuctionRules rules = shippedPack("euphemia-zone").auction(LocalDate.of(2026, 11, 24));
    assertEquals(EnumSet.allOf(OrderType.class), rules.orderTypes());
    assertTrue(rules.partialBlockAtTheMoney());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-10, 3000, 24",
    "2022-05-11, 4000, 24",
    "2025-03-30, 4000, 23",
    "2025-09-30, 4000, 24",
    "2025-10-01, 4000, 96",
    "2025-10-26, 4000, 100",
  })
  void iberianRulesOfTheDay(LocalDate day, String cap, int blocks) throws IOException {
    AuctionRules rules = shippedPack("omie-md").auction(day);
    assertEquals(Price.of(cap), rules.priceCap());
    assertEquals(Price.of("-500"), rules.priceFloor());
    assertEquals(blocks, rules.day().blockCount());
  }

  /** MARKET-RULES §1: the auctions clear in the order GDAM, DAM, HP-DAM; HP-DAM sellers are few. */
  @Test
  void theIndianSequenceAndItsSellersAreInThePacks() throws IOException {
    assertNull(indian("iex-gdam").clearsAfter());
    assertEquals("gdam", indian("iex-dam").clearsAfter());
    assertEquals("dam", indian("iex-hpdam").clearsAfter());
    assertEquals(
        EnumSet.of(
            SellerTechnology.IMPORTED_GAS,
            SellerTechnology.IMPORTED_COAL,
            SellerTechnology.BATTERY_STORAGE),
        indian("iex-hpdam").eligibleSellers());
    assertEquals(EnumSet.allOf(SellerTechnology.class), indian("iex-dam").eligibleSellers());
    assertEquals(PriceDiscovery.EXCHANGE, indian("iex-dam").priceSource());
  }

  @Test
  void aPackIsKnownByItsText() throws IOException {
    RulePack dam = shippedPack("iex-dam");
    assertEquals(dam.identity(), shippedPack("iex-dam").identity());
    assertEquals(64, dam.identity().length());
    String changed = dam.text().replace("10000", "11000");
    RulePack other =
        RulePack.read(
            "changed.csv", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
    assertNotEquals(dam.identity(), other.identity());
    assertEquals(Files.readString(Path.of("../config/rule-packs/iex-dam.csv")), dam.text());
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
  void wrongHeaderAndEmptyPackAreRefused() {
    byte[] bytes = "a,b\nx,y\n".getBytes(StandardCharsets.UTF_8);
    RulePackException wrong =
        assertThrows(
            RulePackException.class,
            () -> RulePack.read("test.csv", new ByteArrayInputStream(bytes)));
    assertEquals(1, wrong.faults().get(0).line());
    assertEquals(
        List.of(1L),
        assertThrows(
                RulePackException.class,
                () ->
                    RulePack.read(
                        "test.csv",
                        new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8))))
            .faults()
            .stream()
            .map(PackFault::line)
            .toList());
  }
}
