package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.Replay.SweepOutcome;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.clearing.domain.AwardStatus;
import energy.optibid.clearing.domain.ClearedBlock;
import energy.optibid.clearing.domain.DayAssembly;
import energy.optibid.clearing.domain.OwnOrders;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.BlockBook;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.NoCurveBooks;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SandboxWorld.RememberedPrices;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Replays of an imported day on a real PostgreSQL. NORD buys 100 MW in each of 24 hours and is
 * offered 60 at 20.00 and 60 at 50.00 besides the own bid.
 */
class ReplayIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final Clock CLOCK = Clock.systemUTC();

  private final SandboxWorld world = new SandboxWorld(SERVER);
  private final LocalTransactions transactions = world.transactions();
  private final Auctions auctions = world.auctions();
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final PostgresAuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final Jobs jobs = new PostgresJobs(transactions, transactions, outbox);
  private final Bidding bidding =
      new BiddingDesk(
          new JdbcBidStore(transactions),
          auctions,
          world.assets(),
          world.rules(),
          outbox,
          audit,
          CLOCK);
  private final JdbcRunStore runStore = new JdbcRunStore(transactions);
  private final JdbcAwardStore awardStore = new JdbcAwardStore(transactions);
  private final PackArchive archive = new JdbcPackArchive(transactions, transactions);
  private final RunRules runRules = new RunRules(world.rules(), archive);
  private final EarlierAuctions earlier =
      new EarlierAuctions(
          world.rules(),
          new JdbcAuctionFloor(transactions, outbox),
          runStore,
          awardStore,
          bidding,
          new StoredMarkets(transactions, transactions),
          new JdbcGridAssets(transactions));
  private final RunEvents events = new RunEvents(outbox);
  private final RunPublication publication =
      new RunPublication(
          runStore, awardStore, auctions, new RememberedPrices(), archive, events, CLOCK);
  private final RunDesk runs =
      new RunDesk(
          runStore,
          awardStore,
          auctions,
          world.books(),
          new NoCurveBooks(),
          bidding,
          runRules,
          earlier,
          jobs,
          new RunEnding(runStore, auctions, events, CLOCK),
          audit,
          CLOCK);
  private final ReplayDesk desk =
      new ReplayDesk(
          new JdbcReplayStore(transactions),
          new ReplayBooks(
              world.books(),
              new NoCurveBooks(),
              earlier,
              runStore,
              runRules,
              bidding,
              awardStore,
              new NoPlatform(),
              WorkBudget.DEFAULT,
              2),
          runStore,
          auctions,
          bidding,
          runRules,
          jobs,
          audit,
          CLOCK);

  private <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  private BidView submitted(UUID auctionId, String price, String megawatts) {
    List<BidDraft.Block> blocks =
        IntStream.rangeClosed(1, 24)
            .mapToObj(
                block ->
                    new BidDraft.Block(
                        block,
                        List.of(
                            new BidDraft.Point(new BigDecimal(price), new BigDecimal(megawatts)))))
            .toList();
    BidDraft draft = new BidDraft(auctionId, world.assetId(), "NORD", BidSide.SELL, "base", blocks);
    BidView bid = act(() -> bidding.create(draft));
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  /** Clears and publishes the day. */
  private ClearingRun cleared(UUID auctionId) {
    ClearingRun run = act(() -> runs.start(auctionId));
    act(() -> publication.begin(run.id()));
    AuctionRules rules = world.rules().forDay("gme-mgp", SandboxWorld.DAY);
    List<SubmittedBid> bids = act(() -> bidding.acknowledged(auctionId));
    List<ClearedBlock> blocks = new ArrayList<>();
    for (BlockBook book : world.books().load(auctionId, ClearingParameters.of(rules)).blocks()) {
      blocks.add(ClearedBlock.of(book.number(), book.problem(OwnOrders.of(bids, book.number()))));
    }
    return act(
        () ->
            publication.publish(
                run.id(),
                DayAssembly.of(run.id(), blocks, bids, AwardStatus.FINAL),
                world.rules().pack("gme-mgp"),
                rules.priceSource()));
  }

  private static BidBlock block(int number, String... pricesAndMegawatts) {
    List<BidPoint> points = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      points.add(
          new BidPoint(
              new BigDecimal(pricesAndMegawatts[i]), new BigDecimal(pricesAndMegawatts[i + 1])));
    }
    return new BidBlock(number, points);
  }

  private static Change change(UUID bidId, BidBlock... blocks) {
    return new Change(bidId, null, null, null, List.of(blocks));
  }

  private static ReplayRequest request(Change... changes) {
    return new ReplayRequest(List.of(changes), null);
  }

  @Test
  void withholdingInOneHour_raisesItsPriceAndTheRevenue() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    ClearingRun run = cleared(auctionId);
    Replay replay =
        act(() -> desk.replay(auctionId, request(change(bid.id(), block(20, "10", "30")))));

    ReplayOutcome outcome = replay.outcome();
    assertEquals(run.id(), replay.runId());
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).before(), 20));
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).after(), 20));
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).after(), 19));
    // without the bid the offer at 50 is needed in every hour
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).without(), 19));
    assertEquals(new BigDecimal("24000.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("24500.00"), outcome.revenueAfter());
    assertEquals(new BigDecimal("30"), price(outcome.bids().get(0).acceptedAfter(), 20));
    assertEquals(new BigDecimal("0.00"), outcome.publishedGap());
    assertEquals(replay, act(() -> desk.require(auctionId, replay.id())));
    assertEquals(
        List.of(replay.id()),
        act(() -> desk.list(auctionId, null, 10)).items().stream().map(r -> r.id()).toList());
  }

  private static BigDecimal price(List<BigDecimal> series, int block) {
    return series.get(block - 1);
  }

  @Test
  void aBidThatWasNeverMade_isAddedToTheDay() {
    UUID auctionId = world.openAuction();
    cleared(auctionId);
    Replay replay =
        act(
            () ->
                desk.replay(
                    auctionId,
                    request(
                        new Change(
                            null, "NORD", BidSide.SELL, null, List.of(block(1, "5", "45"))))));
    ReplayOutcome outcome = replay.outcome();
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).before(), 1));
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).after(), 1));
    assertEquals(new BigDecimal("900.00"), outcome.revenueAfter());
    assertEquals(replay, act(() -> desk.require(auctionId, replay.id())));
  }

  @Test
  void aReopenedDay_isReplayedAsItWasCleared() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    cleared(auctionId);
    act(() -> auctions.reopen(auctionId));
    act(() -> bidding.cancel(bid.id(), bid.version()));
    Change withdrawn = new Change(bid.id(), null, null, true, List.of());
    ReplayOutcome outcome = act(() -> desk.replay(auctionId, request(withdrawn))).outcome();
    assertEquals(new BigDecimal("24000.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("0.00"), outcome.revenueAfter());
    assertEquals(outcome.areas().get(0).without(), outcome.areas().get(0).after());
  }

  @Test
  void everyFault_isNamedAtOnce() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    cleared(auctionId);
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                change(bid.id(), block(1, "9999", "1", "9998", "0.5"), block(25, "1", "1")),
                change(bid.id()),
                new Change(bid.id(), "SUD", BidSide.BUY, true, List.of(block(1))),
                change(new UUID(0, 9), block(1, "1", "1")),
                new Change(null, null, null, null, List.of(block(1))),
                new Change(null, "NOWHERE", BidSide.BUY, true, List.of(block(1, "5", "1")))),
            new Sweep(
                9,
                SweepParameter.PRICE,
                new BigDecimal("-9999"),
                new BigDecimal("0.00001"),
                new BigDecimal("0.0001")));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> act(() -> desk.replay(auctionId, request)));
    assertEquals(ProblemCode.VALIDATION_FAILED, refused.code());
    List<String> named =
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
    for (String expected :
        List.of(
            "/changes/0/blocks/0/points/0/price price_limit",
            "/changes/0/blocks/0/points/1/price monotone",
            "/changes/0/blocks/0/points/1/quantity monotone",
            "/changes/0/blocks/1/block unknown_block",
            "/changes/1/bidId duplicate_bid",
            "/changes/2/areaCode area",
            "/changes/2/side side",
            "/changes/2/blocks withdraw",
            "/changes/3/bidId unknown_bid",
            "/changes/4/areaCode required",
            "/changes/4/side required",
            "/changes/4/blocks/0/points required",
            "/changes/5/areaCode area",
            "/changes/5/withdraw unknown_bid",
            "/sweep/change unknown_change",
            "/sweep/from price_limit",
            "/sweep/to multiple",
            "/sweep/step too_many_points")) {
      assertTrue(named.contains(expected), expected + " is missing in " + named);
    }
    assertEquals(named.size(), named.stream().distinct().count(), named.toString());
    assertTrue(refused.faults().stream().map(Fault::message).noneMatch(String::isBlank));
  }

  @Test
  void aDayThatNeverCleared_isNotReplayed() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> act(() -> desk.replay(auctionId, request(change(bid.id())))));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
  }

  @Test
  void aSharedAuction_isReplayedOnlyAfterPublication() {
    UUID run = new UUID(1, 1);
    for (AuctionState state : AuctionState.values()) {
      boolean published = state == AuctionState.PUBLISHED || state == AuctionState.SETTLED;
      Auction shared = auction(AuctionScope.SHARED, state, run);
      if (published) {
        assertEquals(run, ReplayDesk.requireResult(shared));
      } else {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> ReplayDesk.requireResult(shared));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
      }
      assertEquals(run, ReplayDesk.requireResult(auction(AuctionScope.SANDBOX, state, run)));
    }
  }

  private static Auction auction(AuctionScope scope, AuctionState state, UUID run) {
    OffsetDateTime opens = OffsetDateTime.parse("2025-03-24T06:00:00Z");
    return new Auction(
        new UUID(2, 2),
        null,
        null,
        "sim-dam",
        LocalDate.parse("2025-04-02"),
        1,
        scope,
        state,
        AuctionClock.WALL,
        opens,
        opens.plusDays(1),
        null,
        null,
        "Asia/Kolkata",
        "INR",
        15,
        1,
        96,
        List.of("N1"),
        null,
        run,
        1);
  }

  @Test
  void aSweep_isAJobWhosePointsStayWithTheReplay() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    cleared(auctionId);
    Replay queued = act(() -> desk.replay(auctionId, swept(bid.id())));
    SweepOutcome sweep = Objects.requireNonNull(queued.sweep());
    assertEquals("queued", sweep.state());
    assertEquals(List.of(), sweep.points());

    List<String> notes = new ArrayList<>();
    JsonObject result = work(queued, sweep, notes, Integer.MAX_VALUE);
    assertEquals(4, result.getInt("points"));
    assertEquals(List.of("1/4", "2/4", "3/4", "4/4"), notes);
    SweepOutcome done =
        Objects.requireNonNull(act(() -> desk.require(auctionId, queued.id())).sweep());
    // 0 and 20 MW leave the offer at 50 in need, 60 MW leave part of the offer at 20 out; with
    // exactly 40 any price from 20 to 50 is right, and the middle is paid
    assertEquals(
        List.of("0 0.00 50.00", "20 24000.00 50.00", "40 33600.00 35.00", "60 28800.00 20.00"),
        done.points().stream()
            .map(point -> point.value() + " " + point.revenue() + " " + point.price())
            .toList());
  }

  private static ReplayRequest swept(UUID bidId) {
    return new ReplayRequest(
        List.of(change(bidId)),
        new Sweep(
            0,
            SweepParameter.QUANTITY,
            BigDecimal.ZERO,
            new BigDecimal("60"),
            new BigDecimal("20")));
  }

  @Test
  void aCancelledSweep_keepsNothing() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    cleared(auctionId);
    Replay queued = act(() -> desk.replay(auctionId, swept(bid.id())));
    SweepOutcome sweep = Objects.requireNonNull(queued.sweep());
    assertThrows(JobStopped.class, () -> work(queued, sweep, new ArrayList<>(), 2));
    act(() -> jobs.cancel(sweep.jobId()));
    SweepOutcome after =
        Objects.requireNonNull(act(() -> desk.require(auctionId, queued.id())).sweep());
    assertEquals("cancelled", after.state());
    assertEquals(List.of(), after.points());
  }

  private JsonObject work(Replay replay, SweepOutcome sweep, List<String> notes, int most) {
    JobRun run =
        new JobRun() {
          @Override
          public UUID id() {
            return sweep.jobId();
          }

          @Override
          public JsonObject input() {
            return Json.createObjectBuilder()
                .add("replayId", replay.id().toString())
                .add("auctionId", replay.auctionId().toString())
                .build();
          }

          @Override
          public void progress(long done, long total, String note) {
            notes.add(done + "/" + total);
          }

          @Override
          public void checkCancelled() {
            if (notes.size() >= most) {
              throw new JobStopped("cancelled");
            }
          }
        };
    return act(() -> new SweepJob(desk).run(run));
  }

  @Test
  void anotherOrganisation_seesNoReplay() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, "10", "50");
    cleared(auctionId);
    Replay replay = act(() -> desk.replay(auctionId, request(change(bid.id()))));
    Caller rival = Tenants.create(SERVER);
    for (Supplier<Object> call :
        List.<Supplier<Object>>of(
            () -> desk.require(auctionId, replay.id()),
            () -> desk.list(auctionId, null, 10),
            () -> desk.replay(auctionId, request(change(bid.id()))))) {
      ProblemException unknown =
          assertThrows(ProblemException.class, () -> transactions.callAs(rival, call));
      assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    }
    for (String table : List.of("replay", "replay_area", "replay_bid")) {
      String count = "select count(*) from " + table;
      assertTrue(act(() -> number(count)) > 0, table);
      assertEquals(0, transactions.callAs(rival, () -> number(count)), table);
    }
  }

  private long number(String sql) {
    return transactions.withConnection(
        connection -> {
          try (var statement = connection.createStatement();
              var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** A sandbox has nobody else's bids. */
  private static final class NoPlatform implements PlatformTransactions {
    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
      throw new AssertionError("a sandbox asked for everybody's bids");
    }
  }
}
