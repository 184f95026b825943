package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.clearing.BlockLimit;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayOutcome.BlockChange;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.OrderBooks;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.PlatformTransactions;
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
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A day whose blocks are left to the engine, on a real PostgreSQL. NORD buys 100 MW in each of 24
 * hours and is offered 60 at 20.00 and 60 at 50.00. A block of 50 in the first hour at 30 would
 * gain at 50, the price without it, and lose at 20, the price with it; one at 60 is too dear.
 */
class BlockRunIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final Clock CLOCK = Clock.systemUTC();

  private final SandboxWorld world = new SandboxWorld(SERVER);
  private final OrderBooks books =
      world.books(
          List.of(
              BlockOrder.whole(
                  "Paradox", "NORD", Side.SELL, Price.of("30"), Map.of(1, Power.ofMegawatts("50"))),
              BlockOrder.whole(
                  "Too dear",
                  "NORD",
                  Side.SELL,
                  Price.of("60"),
                  Map.of(1, Power.ofMegawatts("5"), 2, Power.ofMegawatts("5")))));
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
          books,
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
              books,
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

  @SuppressWarnings("unchecked")
  private <T> T inTransaction(Class<T> type, T target) {
    return (T)
        Proxy.newProxyInstance(
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

  /** Clears and publishes the day as its job does. */
  private ClearingRun cleared(UUID auctionId) throws Exception {
    ClearingRun run = act(() -> runs.start(auctionId));
    RunPublication apart =
        new RunPublication(
            runStore, awardStore, auctions, new RememberedPrices(), archive, events, CLOCK) {
          @Override
          public ClearingRun begin(UUID runId) {
            return act(() -> publication.begin(runId));
          }

          @Override
          public Auction auction(ClearingRun of) {
            return act(() -> publication.auction(of));
          }

          @Override
          public ClearingRun publish(
              UUID runId, DayResult result, RulePack pack, PriceDiscovery priceSource) {
            return act(() -> publication.publish(runId, result, pack, priceSource));
          }
        };
    ClearingJob job =
        new ClearingJob(
            books,
            inTransaction(Bidding.class, bidding),
            world.rules(),
            apart,
            new RunEnding(runStore, auctions, events, CLOCK),
            WorkBudget.DEFAULT.units());
    Tenancy.callAs(world.caller(), () -> job.run(new QuietRun(run)));
    return act(() -> runs.require(run.id()));
  }

  private record QuietRun(ClearingRun run) implements JobRun {
    @Override
    public UUID id() {
      return Objects.requireNonNull(run.jobId());
    }

    @Override
    public JsonObject input() {
      return Json.createObjectBuilder().add("runId", run.id().toString()).build();
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
  void aRun_decidesAboutBlocksAndSaysWhy() throws Exception {
    UUID auctionId = world.openAuction();
    ClearingRun run = cleared(auctionId);
    BlockSearch search = Objects.requireNonNull(run.search());
    assertEquals(Search.End.OPTIMAL, search.end());
    assertEquals(0, search.gap().signum());
    assertTrue(run.verified());

    List<BlockResult> blocks = act(() -> runs.blocks(run.id(), null, 10)).items();
    BlockResult paradox = blocks.get(0);
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, paradox.decision());
    assertEquals(new BigDecimal("1000.00"), paradox.surplus());
    assertEquals(new BigDecimal("20.00"), paradox.distance());
    assertTrue(paradox.sentence().contains("would gain 1000.00 EUR"), paradox.sentence());
    BlockResult dear = blocks.get(1);
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, dear.decision());
    assertEquals(new BigDecimal("-10.00"), dear.distance());
    assertEquals(new BigDecimal("10"), dear.offeredMwh());
    assertTrue(dear.sentence().contains("had to be 50.00"), dear.sentence());
    Page<BlockResult> first = act(() -> runs.blocks(run.id(), null, 1));
    assertEquals(List.of(paradox), first.items());
    assertEquals(List.of(dear), act(() -> runs.blocks(run.id(), first.nextCursor(), 1)).items());
  }

  @Test
  void acceptanceLimit_isWhatTheBlockWouldBePaid() throws Exception {
    UUID auctionId = world.openAuction();
    ClearingRun run = cleared(auctionId);
    assertEquals(
        new BlockLimit("Paradox", new BigDecimal("20.00"), true, 3),
        act(() -> desk.acceptanceLimit(run.id(), "Paradox")));
    ProblemException unknown =
        assertThrows(
            ProblemException.class, () -> act(() -> desk.acceptanceLimit(run.id(), "Nobody")));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  @Test
  void aReplay_namesTheBlocksThatAreDecidedOtherwise() throws Exception {
    UUID auctionId = world.openAuction();
    cleared(auctionId);
    // with 40 more to be bought the block and the cheap offer are both needed, and 50 is the price
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                new Change(
                    null,
                    "NORD",
                    BidSide.BUY,
                    null,
                    List.of(
                        new BidBlock(
                            1,
                            List.of(new BidPoint(new BigDecimal("4000"), new BigDecimal("40"))))))),
            null);
    Replay replay = act(() -> desk.replay(auctionId, request));
    assertEquals(
        List.of(
            new BlockChange(
                "Paradox",
                "NORD",
                BidSide.SELL,
                BlockDecision.PARADOXICALLY_REJECTED,
                BlockDecision.ACCEPTED,
                BigDecimal.ZERO,
                BigDecimal.ONE)),
        replay.outcome().blocks());
    assertEquals(replay, act(() -> desk.require(auctionId, replay.id())));
  }

  @Test
  void anotherOrganisation_seesNoBlock() throws Exception {
    UUID auctionId = world.openAuction();
    ClearingRun run = cleared(auctionId);
    Caller rival = Tenants.create(SERVER);
    for (Supplier<Object> call :
        List.<Supplier<Object>>of(
            () -> runs.blocks(run.id(), null, 10),
            () -> desk.acceptanceLimit(run.id(), "Paradox"))) {
      ProblemException unknown =
          assertThrows(ProblemException.class, () -> transactions.callAs(rival, call));
      assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    }
  }

  /** A sandbox has nobody else's bids. */
  private static final class NoPlatform implements PlatformTransactions {
    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
      throw new AssertionError("a sandbox asked for everybody's bids");
    }
  }
}
