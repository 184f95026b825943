package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.RunComparison;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.rules.domain.RuleShelf;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.adapter.SettlementDesk;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.NoCurveBooks;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SandboxWorld.RememberedPrices;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** From a bid to its money on a real PostgreSQL with the real migrations and roles. */
class BidToMoneyIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final Clock CLOCK = Clock.systemUTC();

  private final SandboxWorld world = new SandboxWorld(SERVER);
  private final LocalTransactions transactions = world.transactions();
  private final Auctions auctions = world.auctions();
  private final RememberedPrices prices = new RememberedPrices();
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final PostgresAuditTrail audit = new PostgresAuditTrail(transactions, transactions);
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
  private final Jobs jobs = new PostgresJobs(transactions, transactions, outbox);
  private final RunEvents events = new RunEvents(outbox);
  private final RunEnding ending = new RunEnding(runStore, auctions, events, CLOCK);
  private final PackArchive archive = new JdbcPackArchive(transactions, transactions);
  private final RunPublication publication =
      new RunPublication(runStore, awardStore, auctions, prices, archive, events, CLOCK);
  private Rules packs = world.rules();
  private RunDesk runs = runDesk();
  private final AwardDesk awards = new AwardDesk(awardStore, runStore, auctions, bidding);
  private final SettlementDesk settlement = new SettlementDesk(auctions, awards, world.assets());

  private RunDesk runDesk() {
    return new RunDesk(
        runStore,
        awardStore,
        auctions,
        world.books(),
        new NoCurveBooks(),
        bidding,
        new RunRules(packs, archive),
        new EarlierAuctions(
            packs,
            new JdbcAuctionFloor(transactions, outbox),
            runStore,
            awardStore,
            bidding,
            new StoredMarkets(transactions, transactions),
            new JdbcGridAssets(transactions)),
        jobs,
        ending,
        audit,
        CLOCK);
  }

  private <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  private BidDraft sell(UUID auctionId, int blocks, String price, String megawatts) {
    List<BidDraft.Block> curves = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      curves.add(
          new BidDraft.Block(
              block,
              List.of(new BidDraft.Point(new BigDecimal(price), new BigDecimal(megawatts)))));
    }
    return new BidDraft(auctionId, world.assetId(), "NORD", BidSide.SELL, "base", curves);
  }

  private BidView submitted(UUID auctionId, int blocks, String price, String megawatts) {
    BidView bid = act(() -> bidding.create(sell(auctionId, blocks, price, megawatts)));
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  /** The job as its worker runs it, each of its transactions on its own. */
  private JsonObject work(ClearingRun run) {
    ClearingJob job =
        new ClearingJob(
            world.books(),
            (Bidding) inTransaction(Bidding.class, bidding),
            packs,
            new RunPublication(runStore, awardStore, auctions, prices, archive, events, CLOCK) {
              @Override
              public Auction auction(ClearingRun of) {
                return act(() -> publication.auction(of));
              }

              @Override
              public ClearingRun begin(UUID runId) {
                return act(() -> publication.begin(runId));
              }

              @Override
              public ClearingRun publish(
                  UUID runId, DayResult result, RulePack pack, PriceDiscovery priceSource) {
                return act(() -> publication.publish(runId, result, pack, priceSource));
              }
            },
            new RunEnding(runStore, auctions, events, CLOCK) {
              @Override
              public void fail(UUID runId, int violations, String failure) {
                transactions.runAs(world.caller(), () -> ending.fail(runId, violations, failure));
              }
            },
            1000);
    try {
      return Tenancy.callAs(world.caller(), () -> job.run(new QuietRun(run)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Object inTransaction(Class<?> type, Object target) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            act(
                () -> {
                  try {
                    return method.invoke(target, arguments);
                  } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                  }
                }));
  }

  private record QuietRun(ClearingRun run) implements JobRun {
    @Override
    public UUID id() {
      return Objects.requireNonNull(run.jobId());
    }

    @Override
    public JsonObject input() {
      return Json.createObjectBuilder()
          .add("runId", run.id().toString())
          .add("auctionId", run.auctionId().toString())
          .build();
    }

    @Override
    public void progress(long done, long total, String note) {
      assertTrue(done <= total, note);
    }

    @Override
    public void checkCancelled() {
      // nobody cancels here
    }
  }

  @Test
  void aSellAtTheFloorMovesThePriceAndEarnsItToTheCent() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, 24, "-500", "50.5");
    ClearingRun run = act(() -> runs.start(auctionId));
    assertEquals(RunState.QUEUED, run.state());
    assertEquals(AuctionState.CLOSED, act(() -> auctions.require(auctionId)).state());
    work(run);

    ClearingRun done = act(() -> runs.require(run.id()));
    assertEquals(RunState.CLEARED, done.state());
    assertTrue(done.verified());
    assertEquals(1, done.bidsIncluded());
    assertEquals(AuctionState.PUBLISHED, act(() -> auctions.require(auctionId)).state());
    // 100 wanted, 50.5 from us, the rest from the offer at 20
    assertEquals(
        0, new BigDecimal("20").compareTo(act(() -> runs.prices(run.id())).get(0).prices().get(0)));

    List<Award> given = act(() -> awards.ofBid(bid.id()));
    assertEquals(24, given.size());
    Positions positions = act(() -> settlement.positions(auctionId));
    // 24 × 50.5 × 20.00
    assertEquals(new BigDecimal("24240.00"), positions.total());
    assertEquals(
        given.stream().map(Award::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        positions.total());

    // without the bid
    act(() -> runs.reopen(auctionId, act(() -> auctions.require(auctionId)).version()));
    act(() -> bidding.cancel(bid.id(), act(() -> bidding.require(bid.id())).version()));
    ClearingRun second = act(() -> runs.start(auctionId));
    assertEquals(2, second.number());
    work(second);
    RunComparison moved = act(() -> runs.compare(auctionId, run.id(), second.id()));
    assertEquals(0, new BigDecimal("30").compareTo(moved.areas().get(0).difference().get(0)));
    assertEquals(new BigDecimal("0.00"), act(() -> settlement.positions(auctionId)).total());
    assertEquals(24, act(() -> awards.ofRun(run.id())).size(), "the first run keeps its awards");
  }

  /** The market's cap falls below an order of a past day, and its tie goes to the lower end. */
  @Test
  void aChangedPackChangesNoPastResult() {
    UUID auctionId = world.openAuction();
    submitted(auctionId, 24, "-500", "10");
    ClearingRun run = act(() -> runs.start(auctionId));
    work(run);
    ClearingRun before = act(() -> runs.require(run.id()));
    RulePack old = packs.pack("gme-mgp");
    assertEquals(old.identity(), before.rulePack());
    assertEquals(PriceDiscovery.EXCHANGE, before.priceSource());
    var prices = act(() -> runs.prices(run.id()));
    var curves = act(() -> runs.curves(run.id(), "NORD", 1));
    var explanations = act(() -> runs.explanations(run.id(), null, null, null, 100)).items();

    String changed =
        old.text()
            .replace("gme-mgp,price_cap,4000", "gme-mgp,price_cap,300")
            .replace("price_interval_rule,midpoint", "price_interval_rule,lowest");
    RulePack newer =
        RulePack.read(
            "gme-mgp.csv", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
    packs = new RuleShelf(Map.of("gme-mgp", newer));
    runs = runDesk();

    assertEquals(before, act(() -> runs.require(run.id())));
    assertEquals(prices, act(() -> runs.prices(run.id())));
    assertEquals(curves, act(() -> runs.curves(run.id(), "NORD", 1)));
    assertEquals(
        explanations, act(() -> runs.explanations(run.id(), null, null, null, 100)).items());
    PackArchive afterARestart = new JdbcPackArchive(transactions, transactions);
    assertEquals(old.rules(), act(() -> afterARestart.require(old.identity())).rules());
    assertThrows(ProblemException.class, () -> act(() -> afterARestart.require(newer.identity())));
  }

  @Test
  void aJobThatIsRunAgainPublishesOnce() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, 24, "-500", "10");
    ClearingRun run = act(() -> runs.start(auctionId));
    work(run);
    work(run);
    assertEquals(24, act(() -> awards.ofBid(bid.id())).size());
    assertEquals(1, prices.publications().size());
    assertEquals(1, act(() -> runs.list(auctionId, null, 50)).items().size());
  }

  @Test
  void aRunUnderWayIsNotDoubled() {
    UUID auctionId = world.openAuction();
    ClearingRun run = act(() -> runs.start(auctionId));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> act(() -> runs.start(auctionId)));
    assertEquals(ProblemCode.CONFLICT, refused.code());

    act(() -> jobs.cancel(Objects.requireNonNull(run.jobId())));
    assertEquals(RunState.CANCELLED, act(() -> runs.require(run.id())).state());
    assertEquals(AuctionState.OPEN, act(() -> auctions.require(auctionId)).state());
    assertEquals(2, act(() -> runs.start(auctionId)).number());
  }

  @Test
  void theVenueKeepsTheOldVersionUntilTheNewOneIsSubmitted() {
    UUID auctionId = world.openAuction();
    BidView first = submitted(auctionId, 1, "10", "5");
    BidView amended =
        act(() -> bidding.amend(first.id(), first.version(), sell(auctionId, 1, "10", "7")));
    assertEquals("draft", amended.state());
    assertEquals(2, amended.versionNumber());
    assertEquals(1, act(() -> bidding.acknowledged(auctionId)).get(0).versionNumber());
    act(() -> bidding.submit(first.id(), amended.version()));
    assertEquals(1, act(() -> bidding.acknowledged(auctionId)).size());
    assertEquals(2, act(() -> bidding.acknowledged(auctionId)).get(0).versionNumber());
    assertEquals(2, act(() -> bidding.versions(first.id())).size());
  }

  @Test
  void aStaleVersionIsRefusedAndAForeignBidUnknown() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, 1, "10", "5");
    ProblemException stale =
        assertThrows(ProblemException.class, () -> act(() -> bidding.cancel(bid.id(), 0)));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());

    Caller rival = Tenants.create(SERVER);
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> transactions.callAs(rival, () -> bidding.require(bid.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  @Test
  void bidsAreListedByTheDayAndTheExchangeOfTheirAuctions() {
    UUID auctionId = world.openAuction();
    BidView bid = submitted(auctionId, 1, "10", "5");
    LocalDate day = bid.deliveryDay();
    assertEquals(List.of(bid.id()), listed(new BidQuery(null, null, day, null)));
    assertEquals(List.of(), listed(new BidQuery(null, null, day.plusDays(1), null)));
    // an imported day is no exchange's
    assertEquals(List.of(), listed(new BidQuery(null, UUID.randomUUID(), day, null)));
    assertEquals(List.of(bid.id()), listed(BidQuery.ALL));
  }

  private List<UUID> listed(BidQuery query) {
    return act(() -> bidding.list(query, null, 10)).items().stream().map(BidView::id).toList();
  }

  @Test
  void twoBidsTogetherMayNotExceedTheAsset() {
    UUID auctionId = world.openAuction();
    BidView half = submitted(auctionId, 1, "10", "300");
    assertNotNull(half.submission());
    BidView other = act(() -> bidding.create(sell(auctionId, 1, "20", "300")));
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> act(() -> bidding.submit(other.id(), other.version())));
    assertEquals("capability", refused.faults().get(0).code());
    assertEquals("draft", act(() -> bidding.require(other.id())).state());
  }

  /** Whoever was told "acknowledged" is in the run; whoever was too late was told so. */
  @Test
  void noBidSlipsPastTheGateAndNoneIsLost() throws Exception {
    ExecutorService desk = Executors.newFixedThreadPool(3);
    int accepted = 0;
    int refused = 0;
    try {
      for (int round = 0; round < 200; round++) {
        UUID auctionId = world.openAuction();
        BidView first = act(() -> bidding.create(sell(auctionId, 1, "10", "5")));
        BidView second = act(() -> bidding.create(sell(auctionId, 1, "11", "6")));
        CyclicBarrier start = new CyclicBarrier(3);
        Future<Boolean> one = desk.submit(() -> submits(start, first));
        Future<Boolean> two = desk.submit(() -> submits(start, second));
        Future<Set<UUID>> gate = desk.submit(() -> closes(start, auctionId));
        Set<UUID> told = new HashSet<>();
        if (one.get()) {
          told.add(first.id());
        }
        if (two.get()) {
          told.add(second.id());
        }
        assertEquals(told, gate.get(), "in round " + round);
        accepted += told.size();
        refused += 2 - told.size();
      }
    } finally {
      desk.shutdownNow();
    }
    assertTrue(accepted > 0 && refused > 0, accepted + " accepted, " + refused + " refused");
  }

  private boolean submits(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      act(() -> bidding.submit(bid.id(), bid.version()));
      return true;
    } catch (ProblemException late) {
      assertEquals(ProblemCode.GATE_CLOSED, late.code());
      return false;
    }
  }

  /** Closes the gate and says, once it is closed, which bids the run would read. */
  private Set<UUID> closes(CyclicBarrier start, UUID auctionId) throws Exception {
    start.await();
    act(() -> runs.start(auctionId));
    Set<UUID> read = new HashSet<>();
    act(() -> bidding.acknowledged(auctionId)).forEach(bid -> read.add(bid.bidId()));
    return read;
  }

  @Test
  void versionsAndAwardsCannotBeRewritten() {
    UUID auctionId = world.openAuction();
    submitted(auctionId, 1, "10", "5");
    for (String change :
        List.of(
            "update bid_version set area_code = 'SUD'",
            "delete from bid_version",
            "delete from submission",
            "update rule_pack set content = ''",
            "delete from rule_pack",
            "update award set amount = 0",
            "delete from award")) {
      DatabaseException refused =
          assertThrows(DatabaseException.class, () -> act(() -> execute(change)), change);
      assertEquals("42501", refused.sqlState(), change);
    }
  }

  @Test
  void anotherOrganisationSeesNoRowEvenWithoutAWhere() {
    UUID auctionId = world.openAuction();
    submitted(auctionId, 24, "-500", "10");
    ClearingRun run = act(() -> runs.start(auctionId));
    work(run);
    Caller rival = Tenants.create(SERVER);
    for (String table :
        List.of("bid", "bid_version", "submission", "clearing_run", "clearing_area", "award")) {
      String count = "select count(*) from " + table;
      assertTrue(act(() -> number(count)) > 0, table);
      assertEquals(0, transactions.callAs(rival, () -> number(count)), table);
    }
  }

  private boolean execute(String sql) {
    return transactions.withConnection(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
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
}
