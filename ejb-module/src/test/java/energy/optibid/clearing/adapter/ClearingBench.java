package energy.optibid.clearing.adapter;

import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.OrderBooks;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.NoCurveBooks;
import energy.optibid.testing.NoPlatform;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SandboxWorld.RememberedPrices;
import energy.optibid.testing.Tenants;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Bids, runs and replays of sandboxes on a real PostgreSQL with the real migrations and roles, each
 * bench with an organisation of its own.
 */
public final class ClearingBench {
  private static final Clock CLOCK = Clock.systemUTC();

  private final PostgresServer server = PostgresServer.shared();
  final SandboxWorld world = new SandboxWorld(server);
  final LocalTransactions transactions = world.transactions();
  final Rules packs = world.rules();
  final Auctions auctions = world.auctions();
  final RememberedPrices prices = new RememberedPrices();
  private final OrderBooks books;
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  final Jobs jobs = new PostgresJobs(transactions, transactions, outbox, audit);
  final Bidding bidding =
      new BiddingDesk(
          new JdbcBidStore(transactions),
          auctions,
          world.assets(),
          packs,
          new InternalVenue(),
          outbox,
          audit,
          CLOCK,
          List.of());
  private final JdbcRunStore runStore = new JdbcRunStore(transactions);
  private final JdbcAwardStore awardStore = new JdbcAwardStore(transactions);
  private final PackArchive archive = newArchive();
  private final RunEvents events = new RunEvents(outbox);
  private final RunEnding ending = new EndingApart();
  final RunDesk runs;
  final AwardDesk awards = new AwardDesk(awardStore, runStore, auctions, bidding);
  final ReplayDesk replays;

  ClearingBench() {
    this(List.of());
  }

  /** Days whose book has these blocks, left to the engine. */
  ClearingBench(List<BlockOrder> blocks) {
    books = world.books(blocks);
    runs = runs(packs);
    RunRules runRules = new RunRules(packs, archive);
    replays =
        new ReplayDesk(
            new JdbcReplayStore(transactions),
            new ReplayBooks(
                books,
                new NoCurveBooks(),
                earlier(packs, transactions, transactions, bidding),
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
  }

  /** An archive as it is after a restart. */
  PackArchive newArchive() {
    return new JdbcPackArchive(transactions, transactions, server.systemConnections());
  }

  /** The runs of the same days, looked at under other packs. */
  RunDesk runs(Rules others) {
    return new RunDesk(
        runStore,
        awardStore,
        auctions,
        books,
        new NoCurveBooks(),
        bidding,
        new RunRules(others, archive),
        earlier(others, transactions, transactions, bidding),
        jobs,
        ending,
        audit,
        CLOCK);
  }

  /** What earlier auctions left, read over these connections. */
  public static EarlierAuctions earlier(
      Rules packs, Transactions transactions, TenantConnections connections, Bidding bidding) {
    return new EarlierAuctions(
        packs,
        new JdbcAuctionFloor(connections, new PostgresOutbox(connections)),
        new JdbcRunStore(connections),
        new JdbcAwardStore(connections),
        bidding,
        new StoredMarkets(transactions, connections),
        new JdbcGridAssets(connections));
  }

  <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  /** Another organisation. */
  Caller rival() {
    return Tenants.create(server);
  }

  /**
   * How many rows of organisations a caller sees, asking for all; what is everybody's not counted.
   */
  long rows(Caller caller, String table) {
    return transactions.callAs(
        caller,
        () ->
            transactions.withConnection(
                connection ->
                    Sql.first(
                            connection,
                            "select count(*) from " + table + " where organization_id is not null",
                            row -> row.getLong(1))
                        .orElseThrow()));
  }

  /** A sale of the plant in the first blocks of the day, at one price in EUR/MWh. */
  BidDraft sell(UUID auctionId, int blocks, String price, String megawatts) {
    List<BidDraft.Block> curves =
        IntStream.rangeClosed(1, blocks)
            .mapToObj(
                block ->
                    new BidDraft.Block(
                        block,
                        List.of(
                            new BidDraft.Point(new BigDecimal(price), new BigDecimal(megawatts)))))
            .toList();
    return new BidDraft(auctionId, world.assetId(), "NORD", BidSide.SELL, "base", curves);
  }

  /** The same, held by the venue. */
  BidView submitted(UUID auctionId, int blocks, String price, String megawatts) {
    BidView bid = act(() -> bidding.create(sell(auctionId, blocks, price, megawatts)));
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  /** Closes the gate, clears and publishes the day. */
  ClearingRun cleared(UUID auctionId) {
    ClearingRun run = act(() -> runs.start(auctionId));
    work(run);
    return act(() -> runs.require(run.id()));
  }

  /** The job as its worker runs it, each of its transactions on its own. */
  JsonObject work(ClearingRun run) {
    ClearingJob job =
        new ClearingJob(
            books,
            apart(Bidding.class, bidding),
            packs,
            new PublicationApart(),
            ending,
            WorkBudget.DEFAULT.units());
    try {
      return Tenancy.callAs(world.caller(), () -> job.run(new QuietRun(run)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Has every call in a transaction of the caller, its own unless one is under way. */
  private <T> T apart(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                transactions.call(
                    () -> {
                      try {
                        return method.invoke(target, arguments);
                      } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                      }
                    })));
  }

  private final class PublicationApart extends RunPublication {
    PublicationApart() {
      super(runStore, awardStore, auctions, prices, archive, events, CLOCK);
    }

    @Override
    public Auction auction(ClearingRun run) {
      return transactions.call(() -> super.auction(run));
    }

    @Override
    public ClearingRun begin(UUID runId) {
      return transactions.call(() -> super.begin(runId));
    }

    @Override
    public ClearingRun publish(
        UUID runId, DayResult result, RulePack pack, PriceDiscovery priceSource) {
      return transactions.call(() -> super.publish(runId, result, pack, priceSource));
    }
  }

  private final class EndingApart extends RunEnding {
    EndingApart() {
      super(runStore, auctions, events, CLOCK);
    }

    @Override
    public void fail(UUID runId, int violations, String failure) {
      transactions.runAs(world.caller(), () -> super.fail(runId, violations, failure));
    }
  }
}
