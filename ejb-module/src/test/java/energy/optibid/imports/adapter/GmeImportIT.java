package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.Imports;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.BlockBook;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GmeImportIT {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
  private static final List<String> TABLES_OF_AUCTIONS =
      List.of("auction", "auction_book", "auction_link", "auction_exchange", "price");
  private static final List<String> STAGING =
      List.of(
          "staged_day",
          "staged_book",
          "staged_link",
          "staged_exchange",
          "staged_block",
          "staged_price");

  @TempDir Path home;
  private ImportBench bench;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
  }

  @Test
  void aSoundDayBecomesAnOpenSandboxThatReadsBackAsItWasSent() throws Exception {
    Import done = bench.imported(Imports.GME, ImportBench.files(new TinyDay(DAY)));

    assertEquals(ImportState.PUBLISHED, done.state());
    assertEquals(1, done.auctionIds().size());
    assertEquals(24 * 28, done.files().get(0).rows());
    UUID auction = done.auctionIds().get(0);
    assertEquals("open", bench.text("select state from auction where id = ?", auction));
    assertEquals("replay", bench.text("select clock from auction where id = ?", auction));

    ClearingInput input = bench.book(bench.caller, done, DAY);
    assertEquals(24, input.blocks().size());
    BlockBook third = input.blocks().get(2);
    assertEquals(6, third.links().size());
    assertEquals(2, third.exchanges().size());
    Order supply =
        third.orders().stream()
            .filter(order -> order.id().equals(BlockBook.orderId("NORD", Side.SELL)))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            new Step(Price.of("0"), Power.ofMegawatts("60")),
            new Step(Price.of("53"), Power.ofMegawatts("74.9"))),
        supply.steps());
    assertEquals(14, third.problem(List.of()).orders().size());

    List<AreaPrices> published =
        ImportBench.as(
            bench.caller,
            () -> MarketBench.prices(bench.transactions, event -> {}).published(auction));
    assertEquals(TinyDay.ZONES, published.stream().map(AreaPrices::area).toList());
    assertEquals(new BigDecimal("53.123456"), published.get(0).prices().get(2));

    assertEquals(List.of("import.received", "import.published"), bench.audited);
    assertEquals("auctions.gme-mgp", bench.events.get(0).channel());
    assertEquals(0, count(STAGING));
    try (Stream<Path> spooled = Files.list(home.resolve("spool"))) {
      assertEquals(0, spooled.count());
    }
  }

  @Test
  void aDayWithTwentyFiveHoursHasTwentyFiveBlocks() {
    Import done =
        bench.imported(Imports.GME, ImportBench.files(new TinyDay(LocalDate.of(2024, 10, 27))));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + bench.faults(done));
    assertEquals(
        "25",
        bench.text("select block_count::text from auction where id = ?", done.auctionIds().get(0)));
  }

  @Test
  void twentyDifferentFaultsAreNamedByLineAndNothingIsTaken() {
    TinyDay day = new TinyDay(DAY);
    Map<String, byte[]> files = ImportBench.files(day);
    SpoiltCurves spoilt = new SpoiltCurves(day.lines(GmeFileKind.BID_CURVES));
    files.put("bid-curves.csv", spoilt.bytes());

    Import done = bench.imported(Imports.GME, files);

    assertEquals(ImportState.REJECTED, done.state());
    assertEquals(20, done.faultCount());
    List<ImportFault> faults = bench.faults(done);
    Map<Long, String> byLine = new LinkedHashMap<>();
    faults.forEach(fault -> byLine.put(fault.line(), fault.code() + " " + fault.field()));
    assertEquals(spoilt.expected(), byLine);
    assertTrue(faults.stream().allMatch(fault -> fault.file().equals("bid-curves.csv")));
    assertTrue(faults.stream().noneMatch(fault -> fault.reason().isBlank()));
    assertEquals(0, count(TABLES_OF_AUCTIONS));
    assertEquals(0, count(STAGING));
  }

  @Test
  void aDayThatIsNotCompleteIsRefusedAsAWhole() {
    TinyDay day = new TinyDay(DAY);
    day.lines(GmeFileKind.INTERNAL_TRANSFER_CAPACITIES).remove(1);
    Import done = bench.imported(Imports.GME, ImportBench.files(day));
    assertEquals(ImportState.REJECTED, done.state());
    assertEquals("incomplete_day", bench.faults(done).get(0).code());
    assertEquals(0, count(TABLES_OF_AUCTIONS));
  }

  @Test
  void neededFilesAreMissedByName() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(DAY));
    files.remove("published-exchanges.csv");
    Import done = bench.imported(Imports.GME, files);
    assertEquals(List.of("missing_file"), bench.faultCodes(done));
    assertTrue(bench.faults(done).get(0).reason().contains("published-exchanges"));
  }

  @Test
  void aDayThatIsNotInTheFilesIsRefused() {
    Import done =
        bench.worked(
            bench.receive(Imports.GME, DAY.plusDays(1), ImportBench.files(new TinyDay(DAY))));
    assertEquals(List.of("no_such_day"), bench.faultCodes(done));
  }

  @Test
  void ofTwoBooksTheOneWithBlockDecisionsIsTaken() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(DAY));
    files.put("simple-bid-curves.csv", files.get("bid-curves.csv"));
    Import done = bench.imported(Imports.GME, files);
    assertEquals(ImportState.PUBLISHED, done.state());
    assertEquals("simple-bid-curves", done.files().get(4).kind());
    assertEquals(
        "2",
        bench.text(
            "select cardinality(prices)::text from auction_book where auction_id = ? limit 1",
            done.auctionIds().get(0)));
  }

  @Test
  void blocksBesideTheBookWithoutThemAreLeftToTheEngine() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(DAY));
    files.put("block-orders.csv", blockOrders());
    Import folded = bench.imported(Imports.GME, files);
    assertEquals(List.of(), blocksOf(folded), "the book has their decisions folded in");

    files.put("simple-bid-curves.csv", files.remove("bid-curves.csv"));
    Import done = bench.imported(Imports.GME, files);
    assertEquals(ImportState.PUBLISHED, done.state(), () -> "faults: " + bench.faults(done));
    assertEquals(
        List.of(
            BlockOrder.whole(
                "Buy\\1",
                "SUD",
                Side.BUY,
                Price.of("60.5"),
                Map.of(2, Power.ofMegawatts("3"), 5, Power.ofMegawatts("4.5"))),
            BlockOrder.whole(
                "Sell", "NORD", Side.SELL, Price.of("30"), Map.of(1, Power.ofMegawatts("50")))),
        blocksOf(done));
    assertEquals(0, count(STAGING));
  }

  private List<BlockOrder> blocksOf(Import done) {
    return bench.book(bench.caller, done, DAY).blockOrders();
  }

  private static byte[] blockOrders() {
    String rows =
        """
        2025-06-02T00:00:00+02:00,2025-06-02,Sell,1,NORD,supply,50.0,30.0,PREJ
        2025-06-02T01:00:00+02:00,2025-06-02,Buy\\1,2,SUD,demand,3.0,60.5,ACC
        2025-06-02T04:00:00+02:00,2025-06-02,Buy\\1,5,SUD,demand,4.5,60.5,ACC
        """;
    return (GmeFileKind.BLOCK_ORDERS.header() + "\n" + rows).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aKilledJobBeginsAgainAndNothingIsDoubled() {
    TinyDay day = new TinyDay(DAY);
    Import received = bench.receive(Imports.GME, null, ImportBench.files(day));
    // the third look is between staging and publishing
    assertThrows(JobStopped.class, () -> bench.work(received, 3));
    assertTrue(count(STAGING) > 0);
    assertEquals(0, count(TABLES_OF_AUCTIONS));

    bench.work(received);
    long rows = count(TABLES_OF_AUCTIONS);
    assertEquals(1, count(List.of("auction")));
    assertEquals(0, count(STAGING));

    bench.work(received);
    assertEquals(rows, count(TABLES_OF_AUCTIONS));
  }

  @Test
  void aRivalSeesNoRowEvenWithoutAWhere() {
    Import done = bench.imported(Imports.GME, ImportBench.files(new TinyDay(DAY)));
    Caller rival = Tenants.create(bench.server);
    List<String> tables = new ArrayList<>(TABLES_OF_AUCTIONS);
    tables.addAll(List.of("price_2025_06", "market_import", "market_import_file"));
    for (String table : tables) {
      assertTrue(count(bench.caller, List.of(table)) > 0, table);
      assertEquals(0, count(rival, List.of(table)), table);
    }
    ProblemException unknown =
        assertThrows(ProblemException.class, () -> bench.find(rival, done.id()));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    assertThrows(ProblemException.class, () -> bench.book(rival, done, DAY));
  }

  @Test
  void namesOfFilesNeverBecomePaths() {
    Map<String, byte[]> files = ImportBench.files(new TinyDay(DAY));
    files.put("../../escaped.csv", "x;y\\t\\".getBytes(StandardCharsets.UTF_8));
    Import done = bench.imported(Imports.GME, files);
    assertEquals(ImportState.REJECTED, done.state());
    assertEquals("escaped.csv", bench.faults(done).get(0).file());
    assertEquals("x;y\\t\\", bench.faults(done).get(0).value());
    assertFalse(Files.exists(home.resolve("escaped.csv")));
    assertFalse(Files.exists(home.resolveSibling("escaped.csv")));
  }

  private long count(List<String> tables) {
    return count(bench.caller, tables);
  }

  private long count(Caller by, List<String> tables) {
    return bench.transactions.callAs(
        by,
        () ->
            bench.transactions.withConnection(
                connection -> {
                  long rows = 0;
                  for (String table : tables) {
                    // what a shared exchange has is everybody's
                    rows +=
                        Sql.first(
                                connection,
                                "select count(*) from "
                                    + table
                                    + " where organization_id is not null",
                                row -> row.getLong(1))
                            .orElseThrow();
                  }
                  return rows;
                }));
  }
}
