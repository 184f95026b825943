package energy.optibid.book.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.TechnicalLimits.Battery;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookDay.Series;
import energy.optibid.book.BookQuery;
import energy.optibid.book.CommitmentKind;
import energy.optibid.book.Contract;
import energy.optibid.book.ContractInput;
import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Bids over two markets beside a contract, on a real PostgreSQL. */
class BookIT {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 2);
  private static final String ROME = "Europe/Rome";

  private final BookBench bench = new BookBench();
  private final UUID asset = bench.asset("gme-mgp", "NORD", 100, 100, BookBench.load());
  private final UUID first = auction(DAY);
  private final UUID second = auction(DAY);

  private UUID auction(LocalDate day) {
    return bench.auction("gme-mgp", ROME, day, 60, "NORD", "EUR");
  }

  private Contract contract(String megawatts) {
    return bench.act(
        () ->
            bench.contracts.create(
                new ContractInput(
                    Contract.Kind.LONG_TERM,
                    "PPA 1",
                    "A works",
                    asset,
                    null,
                    BidSide.SELL,
                    DAY,
                    DAY.plusYears(1),
                    new ContractProfile.Input(
                        Shape.PEAK, new BigDecimal(megawatts), "08:00", "20:00", null),
                    BigDecimal.TEN,
                    "EUR")));
  }

  private BookDay book(LocalDate day) {
    return bench.act(() -> bench.book.day(new BookQuery(null, null, day, asset, null)));
  }

  private static BigDecimal of(BookDay book, BidSide side, CommitmentKind kind, int block) {
    return book.series().stream()
        .filter(series -> series.side() == side && series.kind() == kind)
        .map(Series::figures)
        .map(figures -> figures.powerMw().get(block - 1))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Fault> refused(Supplier<?> call) {
    return assertThrows(ProblemException.class, () -> bench.act(call)).faults();
  }

  @Test
  void contractOfferAndAwardStandInOneBook() {
    contract("30");
    BidView bid = bench.submitted(bench.draft(first, asset, BidSide.SELL, 9, 10, "40"));
    BookDay before = book(DAY);
    assertEquals(96, before.blockStarts().size());
    assertEquals(new BigDecimal("40"), of(before, BidSide.SELL, CommitmentKind.OFFERED, 33));
    assertEquals(new BigDecimal("30"), of(before, BidSide.SELL, CommitmentKind.LONG_TERM, 33));
    assertEquals(new BigDecimal("30"), before.sale().remaining().powerMw().get(32));
    assertEquals(new BigDecimal("7.5"), before.sale().remaining().energyMwh().get(32));
    assertEquals(new BigDecimal("100"), before.sale().remaining().powerMw().get(0));
    // 12 hours of 30 MW and 2 of 40
    assertEquals(new BigDecimal("440"), before.sale().committed().totalMwh());

    bench.award(first, bid, "40", "12.5", "provisional");
    BookDay after = book(DAY);
    assertEquals(BigDecimal.ZERO, of(after, BidSide.SELL, CommitmentKind.OFFERED, 33));
    assertEquals(new BigDecimal("12.5"), of(after, BidSide.SELL, CommitmentKind.PROVISIONAL, 33));
    assertEquals(new BigDecimal("57.5"), after.sale().remaining().powerMw().get(32));
  }

  @Test
  void whatARealExchangeAwarded_standsInTheBook_asLastRevised() {
    BidView bid = bench.submitted(bench.draft(first, asset, BidSide.SELL, 9, 10, "40"));
    bench.exchangeAward(first, bid, 9, "12.5", 1, "final");
    bench.exchangeAward(first, bid, 9, "10", 2, "curtailed");
    BookDay book = book(DAY);
    assertEquals(BigDecimal.ZERO, of(book, BidSide.SELL, CommitmentKind.OFFERED, 33));
    assertEquals(new BigDecimal("10"), of(book, BidSide.SELL, CommitmentKind.AWARDED, 33));
    assertEquals(new BigDecimal("90"), book.sale().remaining().powerMw().get(32));
    assertEquals(new BigDecimal("10"), book.sale().committed().totalMwh());

    BidView over = bench.created(bench.draft(second, asset, BidSide.SELL, 9, 9, "90.001"));
    assertEquals(
        List.of("oversold"),
        refused(() -> bench.bidding.submit(over.id(), over.version())).stream()
            .map(Fault::code)
            .toList());
  }

  @Test
  void aBidThatOversellsAcrossMarketsIsRefused_andNamesWhatStands() {
    contract("30");
    bench.submitted(bench.draft(first, asset, BidSide.SELL, 9, 10, "40"));
    BidView fits = bench.submitted(bench.draft(second, asset, BidSide.SELL, 9, 9, "30"));
    BidView over = bench.created(bench.draft(second, asset, BidSide.SELL, 10, 11, "30.001"));
    List<Fault> faults = refused(() -> bench.bidding.submit(over.id(), over.version()));
    assertEquals(List.of("/blocks/0"), faults.stream().map(Fault::field).toList());
    assertEquals("oversold", faults.get(0).code());
    assertTrue(
        faults.get(0).message().contains("40 MW of the bid \"desk\" in gme-mgp")
            && faults.get(0).message().contains("30 MW of the long-term contract \"PPA 1\""),
        faults.get(0).message());
    assertEquals("approved", fits.state());
    assertEquals("draft", bench.act(() -> bench.bidding.require(over.id())).state());
  }

  @Test
  void theOtherSideIsAnotherLimit() {
    bench.submitted(bench.draft(first, asset, BidSide.SELL, 1, 24, "100"));
    assertEquals(
        "approved", bench.submitted(bench.draft(second, asset, BidSide.BUY, 1, 24, "100")).state());
  }

  /** Six bids of 20 MW at once in two markets beside a contract of 30 MW: three fit. */
  @Test
  void ofBidsThatRaceInTwoMarkets_asManyGoAsTheAssetCan() throws Exception {
    contract("30");
    List<BidView> bids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      bids.add(
          bench.created(
              bench.draft(i % 2 == 0 ? first : second, asset, BidSide.SELL, 12, 12, "20")));
    }
    CyclicBarrier start = new CyclicBarrier(bids.size());
    List<String> told = new ArrayList<>();
    ExecutorService desk = Executors.newFixedThreadPool(bids.size());
    try {
      List<Future<String>> answers =
          bids.stream().map(bid -> desk.submit(() -> answer(start, bid))).toList();
      for (Future<String> answer : answers) {
        told.add(answer.get());
      }
    } finally {
      desk.shutdownNow();
    }
    assertEquals(3, Collections.frequency(told, "approved"), told.toString());
    assertEquals(3, Collections.frequency(told, "oversold"), told.toString());
    assertEquals(new BigDecimal("10"), book(DAY).sale().remaining().powerMw().get(44));
  }

  private String answer(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      return bench.act(() -> bench.bidding.submit(bid.id(), bid.version())).state();
    } catch (ProblemException refused) {
      return refused.faults().get(0).code();
    }
  }

  @Test
  void whatOneAuctionLeavesStandsInTheNext() {
    UUID plant = bench.asset("sim-dam", "W2", 0, 100, BookBench.load());
    UUID green = bench.auction("sim-gdam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    UUID dayAhead = bench.auction("sim-dam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    BidDraft draft = bench.draft(green, plant, BidSide.BUY, 1, 96, "40");
    BidView bid =
        bench.submitted(
            new BidDraft(
                green, plant, "W2", BidSide.BUY, "green", draft.blocks(), true, List.of()));
    bench.award(green, bid, "10", "2.5", "provisional");
    BookDay book = bench.act(() -> bench.book.day(new BookQuery(null, null, DAY, plant, null)));
    assertEquals(new BigDecimal("10"), of(book, BidSide.BUY, CommitmentKind.PROVISIONAL, 1));
    assertEquals(new BigDecimal("30"), of(book, BidSide.BUY, CommitmentKind.CARRIED_OVER, 1));

    bench.submitted(bench.draft(dayAhead, plant, BidSide.BUY, 1, 1, "60"));
    BidView over = bench.created(bench.draft(dayAhead, plant, BidSide.BUY, 2, 2, "60.1"));
    List<Fault> faults = refused(() -> bench.bidding.submit(over.id(), over.version()));
    assertTrue(
        faults.get(0).message().contains("30 MW of what the bid \"green\" carries over to sim-dam"),
        faults.get(0).message());
  }

  @Test
  void aBatteryDoesNotSellTwiceWhatItHolds() {
    UUID battery =
        bench.asset(
            "gme-mgp",
            "NORD",
            100,
            100,
            new Battery(
                new BigDecimal("100"),
                new BigDecimal("0.9"),
                new BigDecimal("0.8"),
                new BigDecimal("0.1"),
                new BigDecimal("0.9"),
                new BigDecimal("0.5"),
                null,
                BigDecimal.ZERO));
    bench.submitted(bench.draft(first, battery, BidSide.SELL, 19, 19, "32"));
    BidView more = bench.created(bench.draft(second, battery, BidSide.SELL, 20, 20, "0.001"));
    List<Fault> faults = refused(() -> bench.bidding.submit(more.id(), more.version()));
    assertEquals(List.of("state_of_charge"), faults.stream().map(Fault::code).toList());
    // charged in the same auction first, it may
    bench.submitted(bench.draft(second, battery, BidSide.BUY, 3, 3, "10"));
    assertEquals(
        "approved", bench.act(() -> bench.bidding.submit(more.id(), more.version())).state());
  }

  @Test
  void theLongDayHasAHundredQuarterHours() {
    LocalDate day = LocalDate.of(2025, 10, 26);
    UUID auction = auction(day);
    contract("30");
    bench.submitted(bench.draft(auction, asset, BidSide.SELL, 4, 4, "25"));
    BookDay book = book(day);
    assertEquals(100, book.blockStarts().size());
    assertEquals(BigDecimal.ZERO, of(book, BidSide.SELL, CommitmentKind.OFFERED, 12));
    assertEquals(new BigDecimal("25"), of(book, BidSide.SELL, CommitmentKind.OFFERED, 13));
    assertEquals(OffsetDateTime.parse("2025-10-26T02:00+01:00"), book.blockStarts().get(12));
    // the peak of 08:00 begins after 9 hours
    assertEquals(BigDecimal.ZERO, of(book, BidSide.SELL, CommitmentKind.LONG_TERM, 36));
    assertEquals(new BigDecimal("30"), of(book, BidSide.SELL, CommitmentKind.LONG_TERM, 37));
  }

  @Test
  void aContractKeepsItsVersions_andIsNobodyElses() {
    Contract written = contract("30");
    String csv = "block,megawatts\n";
    for (int block = 1; block <= 96; block++) {
      csv += block + "," + (block == 1 ? "12.5" : "0") + "\n";
    }
    String file = csv;
    Contract profiled =
        bench.act(() -> bench.contracts.importProfile(written.id(), written.version(), file));
    assertEquals(2, profiled.version());
    assertEquals(new BigDecimal("12.5"), profiled.profile().blocks().get(0));
    ProblemException stale =
        assertThrows(
            ProblemException.class,
            () ->
                bench.act(
                    () -> bench.contracts.importProfile(written.id(), written.version(), file)));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());
    assertEquals(new BigDecimal("12.5"), of(book(DAY), BidSide.SELL, CommitmentKind.LONG_TERM, 1));

    bench.act(
        () -> {
          bench.contracts.remove(profiled.id(), profiled.version());
          return true;
        });
    assertEquals(BigDecimal.ZERO, of(book(DAY), BidSide.SELL, CommitmentKind.LONG_TERM, 1));
    assertEquals(
        List.of(Shape.PEAK, Shape.BLOCKS),
        bench.act(() -> bench.contracts.versions(written.id())).stream()
            .map(version -> version.profile().shape())
            .toList());

    Caller rival = Tenants.create(bench.server);
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.transactions.callAs(rival, () -> bench.contracts.require(written.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  /** 200 bids of 96 blocks: as many queries as for one, and fast enough to be asked often. */
  @Test
  void twoHundredBidsAreReadInABoundedNumberOfQueries() {
    UUID plant = bench.asset("iex-dam", "W2", 100_000, 0, BookBench.load());
    UUID auction = bench.auction("iex-dam", "Asia/Kolkata", DAY, 15, "W2", "INR");
    for (int i = 0; i < 200; i++) {
      BidView bid = bench.created(bench.draft(auction, plant, BidSide.SELL, 1, 96, "5"));
      bench.insert(
          """
          insert into submission (id, organization_id, bid_id, auction_id, version_number, venue,
                                  venue_reference, state, at)
          values (?, ?, ?, ?, 1, 'internal', '', 'acknowledged', now())
          """,
          UUID.randomUUID(),
          bench.organization(),
          bid.id(),
          auction);
    }
    BookQuery query = new BookQuery(null, null, DAY, plant, null);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long start = System.nanoTime();
      BookDay day = bench.act(() -> bench.book.day(query));
      best = Math.min(best, System.nanoTime() - start);
      assertEquals(new BigDecimal("1000"), day.sale().committed().powerMw().get(95));
    }
    System.out.printf("A book of 200 bids of 96 blocks: %.1f ms%n", best / 1e6);
  }
}
