package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportSummary.MarketTotals;
import energy.optibid.imports.Imports;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceSource;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.Tenants;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceImportIT {
  private static final OffsetDateTime DAY_OF_FEED = OffsetDateTime.parse("2022-10-18T00:00+05:30");
  private static final OffsetDateTime DAY_OF_TABLE = OffsetDateTime.parse("2023-12-27T00:00+05:30");

  @TempDir Path home;
  private ImportBench bench;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
  }

  @Test
  void aFeedBecomesPricesOfEveryAreaAndOfTheWholeMarket() {
    Import done = bench.imported(Imports.IEX_FEED, new IexDay().feed());

    assertEquals(ImportState.PUBLISHED, done.state());
    MarketTotals dam = done.summary().markets().get(0);
    assertEquals("iex-dam", dam.marketCode());
    assertEquals(96 * 14, dam.prices());
    assertEquals(new BigDecimal("1001.50"), dam.minPrice());
    assertEquals(LocalDate.of(2022, 10, 18), dam.firstDay());
    List<PricePoint> prices = between("iex-dam", DAY_OF_FEED);
    assertEquals(96 * 14, prices.size());
    PricePoint first = prices.get(0);
    assertEquals("A1", first.area());
    assertEquals(DAY_OF_FEED, first.startsAt());
    assertEquals(new BigDecimal("1001.50"), first.price());
    assertEquals(PriceSource.PUBLISHED, first.source());
    assertNull(first.auctionId());
    assertEquals(
        "13.0000",
        bench.text(
            "select (sum(bought_mw) / 96 / 48.5)::numeric(10,4)::text from price where area = 'ALL'"));
    assertEquals(List.of("import.received", "import.published"), bench.audited);
    assertEquals("0", bench.text("select count(*)::text from staged_history"));
    assertEquals("0", bench.partitions(done));
    try (Stream<Path> spooled = Files.list(home.resolve("spool"))) {
      assertEquals(0, spooled.count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTableBecomesTheMarketsClearingPriceAndItsTotals() {
    Import done = bench.imported(Imports.IEX_TABLE, new IexDay().table());
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + bench.faults(done));
    assertEquals(96, between("iex-dam", DAY_OF_TABLE).size());
    assertEquals(0, between("iex-hpdam", DAY_OF_TABLE).size());
    assertEquals(96, done.summary().markets().get(1).withoutPrice());
    assertEquals(
        "654.00",
        bench.text(
            "select distinct sell_bid_mw::text from price where market_code = 'iex-hpdam'"
                + " and price is null"));
  }

  /** A coupling operator's prices take the place of the exchange's own, and say whose they are. */
  @Test
  void aPriceSaysWhoseAlgorithmFoundIt() {
    bench.imported(Imports.IEX_TABLE, new IexDay().table());
    assertEquals(PriceDiscovery.EXCHANGE, between("iex-dam", DAY_OF_TABLE).get(0).priceSource());
    Import coupled =
        bench.receive(Imports.IEX_TABLE, null, false, PriceDiscovery.COUPLED, new IexDay().table());
    bench.work(coupled);
    List<PricePoint> prices = between("iex-dam", DAY_OF_TABLE);
    assertEquals(96, prices.size());
    assertTrue(prices.stream().allMatch(p -> p.priceSource() == PriceDiscovery.COUPLED));
    ProblemException books =
        assertThrows(
            ProblemException.class,
            () ->
                bench.receive(
                    Imports.GME, null, false, PriceDiscovery.COUPLED, new IexDay().table()));
    assertEquals("/priceSource", books.faults().get(0).field());
  }

  @Test
  void aDryRunCountsEverythingAndPublishesNothing() {
    IexDay day = new IexDay();
    Import checked = bench.checked(Imports.IEX_TABLE, day.table());
    assertEquals(ImportState.CHECKED, checked.state());
    assertTrue(checked.dryRun());
    MarketTotals dam = checked.summary().markets().get(0);
    assertEquals(List.of("ALL"), dam.areas());
    assertEquals(96, dam.prices());
    assertEquals(0, dam.replaced());
    assertEquals("0", bench.text("select count(*)::text from price"));
    assertEquals("0", bench.partitions(checked));

    bench.imported(Imports.IEX_TABLE, day.table());
    Import again = bench.checked(Imports.IEX_TABLE, day.table());
    assertEquals(96, again.summary().markets().get(0).replaced());
    assertEquals(List.of("import.received", "import.checked"), bench.audited.subList(0, 2));
  }

  @Test
  void aDryRunOfOrderBooksMakesNoAuction() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(LocalDate.of(2025, 6, 2)));
    Import checked = bench.checked(Imports.GME, files);
    assertEquals(ImportState.CHECKED, checked.state());
    MarketTotals mgp = checked.summary().markets().get(0);
    assertEquals("gme-mgp", mgp.marketCode());
    assertEquals(24L * TinyDay.ZONES.size(), mgp.prices());
    assertEquals(
        "0", bench.text("select count(*)::text from auction where organization_id is not null"));
    assertEquals("0", bench.text("select count(*)::text from staged_day"));
  }

  @Test
  void theSameDayAgainReplacesIt() {
    bench.imported(Imports.IEX_FEED, new IexDay().feed());
    IexDay corrected = new IexDay();
    corrected.tokens.replaceAll(token -> token.replace(".50", ".75"));
    Import again = bench.imported(Imports.IEX_FEED, corrected.feed());
    assertEquals(96 * 14, again.summary().markets().get(0).replaced());
    List<PricePoint> prices = between("iex-dam", DAY_OF_FEED);
    assertEquals(96 * 14, prices.size());
    assertEquals(new BigDecimal("1001.75"), prices.get(0).price());
    assertEquals(String.valueOf(96 * 14), bench.text("select count(*)::text from price"));
  }

  @Test
  void aKilledJobBeginsAgainAndACancelledOneLeavesNothing() {
    Import received = bench.receive(Imports.IEX_FEED, null, new IexDay().feed());
    // the second look is between staging and publishing
    assertThrows(JobStopped.class, () -> bench.work(received, 2));
    assertEquals("1", bench.partitions(received));
    assertEquals("0", bench.text("select count(*)::text from price"));

    bench.work(received);
    bench.work(received);
    assertEquals(String.valueOf(96 * 14), bench.text("select count(*)::text from price"));

    Import cancelled = bench.receive(Imports.IEX_TABLE, null, new IexDay().table());
    assertThrows(JobStopped.class, () -> bench.work(cancelled, 2));
    ImportBench.as(
        bench.caller,
        () -> {
          bench.imports.fail(cancelled.id());
          return cancelled;
        });
    assertEquals("0", bench.partitions(cancelled));
  }

  @Test
  void aRivalSeesNothingAndCannotWriteAmongStagedPrices() {
    Caller rival = Tenants.create(bench.server);
    Import received = bench.receive(Imports.IEX_FEED, null, new IexDay().feed());
    assertThrows(JobStopped.class, () -> bench.work(received, 2));
    String partition = "staged_history_" + received.id().toString().replace("-", "");
    assertEquals(String.valueOf(96 * 14), bench.text("select count(*)::text from staged_history"));
    assertEquals("0", bench.textAs(rival, "select count(*)::text from staged_history"));
    assertThrows(
        DatabaseException.class, () -> bench.text("select count(*)::text from " + partition));
    assertThrows(
        DatabaseException.class,
        () ->
            bench.textAs(
                rival,
                "insert into %s (organization_id, market_code, area, starts_at, duration_minutes)"
                        .formatted(partition)
                    + " values (current_organization(), 'iex-dam', 'N1', now(), 15)"
                    + " returning area"));
    bench.textAs(rival, "select unstage_history('" + received.id() + "')::text");
    assertEquals("1", bench.partitions(received));

    bench.work(received);
    assertEquals("0", bench.textAs(rival, "select count(*)::text from price"));
    assertEquals(List.of(), ImportBench.as(rival, () -> bench.charts().coverage("iex-dam")));
    assertEquals(
        List.of(),
        bench.series(rival, "iex-dam", "N1", DAY_OF_FEED, DAY_OF_FEED.plusDays(1), null));
  }

  @Test
  void historyOfManyYearsIsTakenAndABadLineRefusesAllOfIt() {
    String header = "market,area,start,duration_minutes,price\n";
    String good = "iex-dam,N1,2021-04-01T00:00:00+05:30,15,3120.55\n";
    String later = "iex-rtm,ALL,2025-04-01T00:15:00+05:30,15,0\n";
    Import done =
        bench.imported(Imports.PRICE_HISTORY, Map.of("h.csv", bytes(header + good + later)));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + bench.faults(done));
    assertEquals("2", bench.text("select count(*)::text from price"));
    Import bad =
        bench.imported(
            Imports.PRICE_HISTORY,
            Map.of("h.csv", bytes(header + good + good + "iex-dam,N9,x,15,1\n")));
    assertEquals(ImportState.REJECTED, bad.state());
    assertEquals(List.of("duplicate", "timestamp_form"), bench.faultCodes(bad));
    assertEquals("2", bench.text("select count(*)::text from price"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<PricePoint> between(String market, OffsetDateTime day) {
    return ImportBench.as(
        bench.caller,
        () ->
            MarketBench.prices(bench.transactions, event -> {})
                .between(market, null, day, day.plusDays(1), null, null));
  }
}
