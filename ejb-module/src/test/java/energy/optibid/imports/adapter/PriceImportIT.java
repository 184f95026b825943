package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportSummary.MarketTotals;
import energy.optibid.imports.Imports;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceCoverage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.testing.Tenants;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceImportIT {
  private static final OffsetDateTime DAY_OF_FEED = OffsetDateTime.parse("2022-10-18T00:00+05:30");
  private static final OffsetDateTime DAY_OF_TABLE = OffsetDateTime.parse("2023-12-27T00:00+05:30");

  @TempDir Path home;
  private ImportBench bench;
  private Caller caller;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
    caller = Tenants.create(bench.server);
  }

  @Test
  void aFeedBecomesPricesOfEveryAreaAndOfTheWholeMarket() {
    Import done = imported(Imports.IEX_FEED, false, new IexDay().feed());

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
        text(
            "select (sum(bought_mw) / 96 / 48.5)::numeric(10,4)::text from price where area = 'ALL'"));
    assertEquals(List.of("import.received", "import.published"), bench.audited);
    assertEquals("0", text("select count(*)::text from staged_history"));
    assertEquals("0", partitions(done));
    try (Stream<Path> spooled = Files.list(home.resolve("spool"))) {
      assertEquals(0, spooled.count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTableBecomesTheMarketsClearingPriceAndItsTotals() {
    Import done = imported(Imports.IEX_TABLE, false, new IexDay().table());
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + faults(done));
    assertEquals(96, between("iex-dam", DAY_OF_TABLE).size());
    assertEquals(0, between("iex-hpdam", DAY_OF_TABLE).size());
    assertEquals(96, done.summary().markets().get(1).withoutPrice());
    assertEquals(
        "654.00",
        text(
            "select distinct sell_bid_mw::text from price where market_code = 'iex-hpdam'"
                + " and price is null"));
  }

  /** A coupling operator's prices take the place of the exchange's own, and say whose they are. */
  @Test
  void aPriceSaysWhoseAlgorithmFoundIt() {
    imported(Imports.IEX_TABLE, false, new IexDay().table());
    assertEquals(PriceDiscovery.EXCHANGE, between("iex-dam", DAY_OF_TABLE).get(0).priceSource());
    Import coupled =
        bench.receive(
            caller, Imports.IEX_TABLE, null, false, PriceDiscovery.COUPLED, new IexDay().table());
    bench.work(caller, coupled);
    List<PricePoint> prices = between("iex-dam", DAY_OF_TABLE);
    assertEquals(96, prices.size());
    assertTrue(prices.stream().allMatch(p -> p.priceSource() == PriceDiscovery.COUPLED));
    ProblemException books =
        assertThrows(
            ProblemException.class,
            () ->
                bench.receive(
                    caller,
                    Imports.GME,
                    null,
                    false,
                    PriceDiscovery.COUPLED,
                    new IexDay().table()));
    assertEquals("/priceSource", books.faults().get(0).field());
  }

  @Test
  void aDryRunCountsEverythingAndPublishesNothing() {
    IexDay day = new IexDay();
    Import checked = imported(Imports.IEX_TABLE, true, day.table());
    assertEquals(ImportState.CHECKED, checked.state());
    assertTrue(checked.dryRun());
    MarketTotals dam = checked.summary().markets().get(0);
    assertEquals(List.of("ALL"), dam.areas());
    assertEquals(96, dam.prices());
    assertEquals(0, dam.replaced());
    assertEquals("0", text("select count(*)::text from price"));
    assertEquals("0", partitions(checked));

    imported(Imports.IEX_TABLE, false, day.table());
    Import again = imported(Imports.IEX_TABLE, true, day.table());
    assertEquals(96, again.summary().markets().get(0).replaced());
    assertEquals(List.of("import.received", "import.checked"), bench.audited.subList(0, 2));
  }

  @Test
  void aDryRunOfOrderBooksMakesNoAuction() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(LocalDate.of(2025, 6, 2)));
    Import checked = imported(Imports.GME, true, files);
    assertEquals(ImportState.CHECKED, checked.state());
    MarketTotals mgp = checked.summary().markets().get(0);
    assertEquals("gme-mgp", mgp.marketCode());
    assertEquals(24L * TinyDay.ZONES.size(), mgp.prices());
    assertEquals("0", text("select count(*)::text from auction"));
    assertEquals("0", text("select count(*)::text from staged_day"));
  }

  @Test
  void aSpoiltFeedIsRefusedWithEveryFaultAndNothingIsWritten() {
    IexDay day = new IexDay();
    day.spoilToken(1, "\"Area_code\":\"S3\"", "\"Area_code\":\"S2\"");
    day.spoilToken(3, "\"Sell_Volume\":3}", "\"Sell_Volume\":-3}");
    day.spoilToken(4, "\"Area_Price\":1004.50", "\"Area_Price\":12000.01");
    day.spoilToken(5, "\"Area_Price\":1005.50", "\"Area_Price\":\"dear\"");
    day.spoilToken(6, "\"Cleared_Volume\":78", "\"Cleared_Volume\":79");
    day.spoilToken(8, "\"Token_NO\":8", "\"Token_NO\":7");
    day.tokens.remove(95);
    Import done = imported(Imports.IEX_FEED, false, day.feed());
    refusedWith(
        done,
        "duplicate",
        "missing_area",
        "negative",
        "price_limit",
        "number_form",
        "sum_mismatch",
        "sum_mismatch",
        "duplicate",
        "missing_block",
        "missing_block");
    ImportFault negative = faults(done).get(2);
    assertEquals(
        "/Delivery_Date_Details/0/Token_Wise/2/Area_Details/0/Area_Codes/Sell_Volume",
        negative.field());
    assertEquals("-3", negative.value());
  }

  @Test
  void aSpoiltTableIsRefusedWithEveryFaultAndNothingIsWritten() {
    IexDay day = new IexDay();
    day.spoilLine(2, ",3000.05", ",10000.01");
    day.spoilLine(3, "650.1,", "-650.1,");
    day.spoilLine(4, "700.50", "much");
    day.spoilLine(5, "800.00", "640.00");
    day.spoilLine(6, ",650.10,", ",651.00,");
    day.lines.set(6, day.lines.get(5));
    day.lines.remove(7);
    Import done = imported(Imports.IEX_TABLE, false, day.table());
    refusedWith(
        done,
        "price_limit",
        "negative",
        "number_form",
        "cleared_above_bids",
        "cleared_above_bids",
        "duplicate",
        "cleared_above_bids",
        "missing_block",
        "missing_block");
  }

  @Test
  void aFeedCutOffIsRefused() {
    byte[] whole = Objects.requireNonNull(new IexDay().feed().get("feed.json"));
    Import done =
        imported(
            Imports.IEX_FEED, false, Map.of("feed.json", Arrays.copyOf(whole, whole.length / 2)));
    refusedWith(done, "malformed_json");
  }

  @Test
  void theSameDayAgainReplacesIt() {
    imported(Imports.IEX_FEED, false, new IexDay().feed());
    IexDay corrected = new IexDay();
    corrected.tokens.replaceAll(token -> token.replace(".50", ".75"));
    Import again = imported(Imports.IEX_FEED, false, corrected.feed());
    assertEquals(96 * 14, again.summary().markets().get(0).replaced());
    List<PricePoint> prices = between("iex-dam", DAY_OF_FEED);
    assertEquals(96 * 14, prices.size());
    assertEquals(new BigDecimal("1001.75"), prices.get(0).price());
    assertEquals(String.valueOf(96 * 14), text("select count(*)::text from price"));
  }

  @Test
  void aKilledJobBeginsAgainAndACancelledOneLeavesNothing() {
    Import received = bench.receive(caller, Imports.IEX_FEED, null, false, new IexDay().feed());
    // the second look is between staging and publishing
    assertThrows(JobStopped.class, () -> bench.work(caller, received, 2));
    assertEquals("1", partitions(received));
    assertEquals("0", text("select count(*)::text from price"));

    bench.work(caller, received);
    bench.work(caller, received);
    assertEquals(String.valueOf(96 * 14), text("select count(*)::text from price"));

    Import cancelled = bench.receive(caller, Imports.IEX_TABLE, null, false, new IexDay().table());
    assertThrows(JobStopped.class, () -> bench.work(caller, cancelled, 2));
    ImportBench.as(
        caller,
        () -> {
          bench.imports.fail(cancelled.id());
          return cancelled;
        });
    assertEquals("0", partitions(cancelled));
  }

  @Test
  void aRivalSeesNothingAndCannotWriteAmongStagedPrices() {
    Caller rival = Tenants.create(bench.server);
    Import received = bench.receive(caller, Imports.IEX_FEED, null, false, new IexDay().feed());
    assertThrows(JobStopped.class, () -> bench.work(caller, received, 2));
    String partition = "staged_history_" + received.id().toString().replace("-", "");
    assertEquals(String.valueOf(96 * 14), text("select count(*)::text from staged_history"));
    assertEquals("0", textAs(rival, "select count(*)::text from staged_history"));
    assertThrows(DatabaseException.class, () -> text("select count(*)::text from " + partition));
    assertThrows(
        DatabaseException.class,
        () ->
            textAs(
                rival,
                "insert into %s (organization_id, market_code, area, starts_at, duration_minutes)"
                        .formatted(partition)
                    + " values (current_organization(), 'iex-dam', 'N1', now(), 15)"
                    + " returning area"));
    textAs(rival, "select unstage_history('" + received.id() + "')::text");
    assertEquals("1", partitions(received));

    bench.work(caller, received);
    assertEquals("0", textAs(rival, "select count(*)::text from price"));
    assertEquals(List.of(), ImportBench.as(rival, () -> charts().coverage("iex-dam")));
    assertEquals(List.of(), series(rival, "iex-dam", "N1", DAY_OF_FEED, null));
  }

  @Test
  void aSeriesSaysWhatItIsAndIsCutInTheMarketsOwnDays() {
    imported(Imports.IEX_FEED, false, new IexDay().feed());
    PriceSeries blocks = series(caller, "iex-dam", "N1", DAY_OF_FEED, null).get(0);
    assertEquals(PriceResolution.BLOCK, blocks.resolution());
    assertEquals(96, blocks.starts().size());
    assertEquals(DAY_OF_FEED.toEpochSecond(), blocks.starts().get(0));
    assertEquals(15, blocks.stepMinutes());
    assertEquals(List.of(), blocks.min());
    assertEquals(PriceSource.PUBLISHED, blocks.source());
    assertEquals("INR", blocks.currency());
    assertTrue(!blocks.simulated());

    PriceSeries hours = series(caller, "iex-dam", "N1", DAY_OF_FEED, PriceResolution.HOUR).get(0);
    assertEquals(24, hours.starts().size());
    assertEquals(DAY_OF_FEED.toEpochSecond() + 3600, hours.starts().get(1));
    assertEquals(new BigDecimal("1007.00"), hours.mean().get(1));
    assertEquals(new BigDecimal("1005.50"), hours.min().get(1));
    assertEquals(new BigDecimal("1008.50"), hours.max().get(1));
    assertEquals(new BigDecimal("6.50"), hours.volume().get(1));

    PriceSeries days = series(caller, "iex-dam", "N1", DAY_OF_FEED, PriceResolution.DAY).get(0);
    assertEquals(List.of(DAY_OF_FEED.toEpochSecond()), days.starts());
    assertEquals(1440, days.stepMinutes());
    assertEquals(new BigDecimal("1049.00"), days.mean().get(0));

    List<PriceCoverage> covered = ImportBench.as(caller, () -> charts().coverage(null));
    assertEquals(14, covered.size());
    assertEquals(LocalDate.of(2022, 10, 18), covered.get(13).lastDay());
    assertEquals("ALL", covered.get(13).area());
  }

  @Test
  void aSeriesIsNeverUnbounded() {
    OffsetDateTime from = OffsetDateTime.parse("2020-07-01T00:00+05:30");
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                ImportBench.as(
                    caller,
                    () ->
                        charts()
                            .series(
                                "iex-dam",
                                "N1",
                                from,
                                from.plusYears(2),
                                PriceResolution.BLOCK,
                                null)));
    assertEquals("?to", refused.faults().get(0).field());
    assertThrows(ProblemException.class, () -> series(caller, "no-such-market", "N1", from, null));
  }

  @Test
  void historyOfManyYearsIsTakenAndABadLineRefusesAllOfIt() {
    String header = "market,area,start,duration_minutes,price\n";
    String good = "iex-dam,N1,2021-04-01T00:00:00+05:30,15,3120.55\n";
    String later = "iex-rtm,ALL,2025-04-01T00:15:00+05:30,15,0\n";
    Import done =
        imported(Imports.PRICE_HISTORY, false, Map.of("h.csv", bytes(header + good + later)));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + faults(done));
    assertEquals("2", text("select count(*)::text from price"));
    Import bad =
        imported(
            Imports.PRICE_HISTORY,
            false,
            Map.of("h.csv", bytes(header + good + good + "iex-dam,N9,x,15,1\n")));
    assertEquals(ImportState.REJECTED, bad.state());
    assertEquals(
        List.of("duplicate", "timestamp_form"),
        faults(bad).stream().map(ImportFault::code).toList());
    assertEquals("2", text("select count(*)::text from price"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refusedWith(Import done, String... codes) {
    assertEquals(ImportState.REJECTED, done.state());
    assertEquals(List.of(codes), faults(done).stream().map(ImportFault::code).toList());
    assertTrue(faults(done).stream().noneMatch(fault -> fault.reason().isBlank()));
    assertEquals(codes.length, done.faultCount());
    assertEquals("0", text("select count(*)::text from price"));
    assertEquals("0", partitions(done));
  }

  private Import imported(String format, boolean dryRun, Map<String, byte[]> files) {
    Import received = bench.receive(caller, format, null, dryRun, files);
    bench.work(caller, received);
    return bench.find(caller, received.id());
  }

  private List<ImportFault> faults(Import done) {
    return ImportBench.as(caller, () -> bench.imports.faults(done.id(), null, 100).items());
  }

  private List<PricePoint> between(String market, OffsetDateTime day) {
    return ImportBench.as(
        caller,
        () ->
            MarketBench.prices(bench.transactions, event -> {})
                .between(market, null, day, day.plusDays(1), null, null));
  }

  private PriceCharts charts() {
    return MarketBench.charts(bench.transactions);
  }

  private List<PriceSeries> series(
      Caller by,
      String market,
      String area,
      OffsetDateTime day,
      @Nullable PriceResolution resolution) {
    return ImportBench.as(
        by, () -> charts().series(market, area, day, day.plusDays(1), resolution, null));
  }

  private String partitions(Import of) {
    return text(
        "select count(*)::text from pg_class where relname = 'staged_history_%s'"
            .formatted(of.id().toString().replace("-", "")));
  }

  private String text(String query) {
    return textAs(caller, query);
  }

  private String textAs(Caller by, String query) {
    return bench.transactions.callAs(
        by,
        () ->
            bench.transactions.withConnection(
                connection ->
                    Sql.first(connection, query, row -> String.valueOf(row.getString(1)))
                        .orElseThrow()));
  }
}
