package energy.optibid.clearing.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.adapter.JdbcExchangeStore;
import energy.optibid.exchange.domain.DayPlan;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.Auctions;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.outbox.Outbox;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SandboxWorld.RememberedPrices;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A day-ahead auction of a shared exchange in which two organisations bid, on a real PostgreSQL.
 * Block 1 alone is traded, in N2: 100 MW are bought up to 9,000, 60 offered at 2,000 by one
 * simulated company and 60 at 5,000 by another. INR/MWh.
 */
final class SharedAuctionBench {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  private final PostgresServer server = PostgresServer.shared();
  private final Rules rules = new ClassPathRulePacks().rules();
  private final LocalPlatform platform = new LocalPlatform(server);
  final LocalTransactions tenants = server.transactions();
  final Caller trader = Tenants.create(server);
  final Caller rival = Tenants.create(server);
  private final AuctionFloor floor = new JdbcAuctionFloor(platform, new PostgresOutbox(platform));
  final UUID auctionId;
  final ReplayDesk replays;

  SharedAuctionBench() {
    auctionId =
        platform.call(
            () -> {
              ExchangeState exchange = sharedExchange();
              LocalDate day = FIRST_DAY;
              while (!floor.ofDay(exchange.id(), day).isEmpty()) {
                day = day.plusDays(1);
              }
              Auction auction =
                  DayPlan.of(exchange, day, rules).auctions().stream()
                      .filter(planned -> planned.marketCode().equals("sim-dam"))
                      .findFirst()
                      .orElseThrow();
              floor.add(List.of(auction));
              floor.open(auction.id());
              return auction.id();
            });
    TenantConnections either = new EitherConnections();
    Outbox outbox = new PostgresOutbox(tenants);
    AuditTrail audit = new PostgresAuditTrail(tenants, tenants);
    Auctions auctions = auctions(either);
    JdbcRunStore runs = new JdbcRunStore(tenants);
    RunRules runRules =
        new RunRules(rules, new JdbcPackArchive(tenants, tenants, server.systemConnections()));
    Bidding bidding =
        new BiddingDesk(
            new JdbcBidStore(either),
            auctions,
            new SandboxWorld(server).assets(),
            rules,
            new InternalVenue(),
            outbox,
            audit,
            CLOCK,
            List.of());
    replays =
        new ReplayDesk(
            new JdbcReplayStore(tenants),
            new ReplayBooks(
                new SandboxWorld(server).books(),
                new SmallBooks(),
                ClearingBench.earlier(rules, this::joined, either, bidding),
                runs,
                runRules,
                bidding,
                new JdbcAwardStore(tenants),
                platform,
                WorkBudget.DEFAULT,
                4),
            runs,
            auctions,
            bidding,
            runRules,
            new PostgresJobs(tenants, tenants, outbox, audit),
            audit,
            CLOCK);
  }

  /** The one a database has. */
  private ExchangeState sharedExchange() {
    JdbcExchangeStore exchanges = new JdbcExchangeStore(platform);
    return platform
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select id from exchange where organization_id is null",
                    row -> row.getObject("id", UUID.class)))
        .flatMap(exchanges::find)
        .orElseGet(
            () -> {
              ExchangeState added =
                  new ExchangeState(
                      Ids.next(),
                      null,
                      "Shared exchange",
                      1,
                      FIRST_DAY,
                      FIRST_DAY.minusDays(1),
                      new MarketClock(ClockMode.WALL, 1, Instant.EPOCH, Instant.EPOCH),
                      0,
                      0,
                      null,
                      null,
                      Instant.EPOCH.atOffset(ZoneOffset.UTC),
                      1);
              exchanges.add(added, null);
              return added;
            });
  }

  /** Everybody's rows to the platform, else the caller's own, as in the container. */
  private final class EitherConnections implements TenantConnections {
    @Override
    public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
      return platform.isOpen() ? platform.withConnection(work) : tenants.withConnection(work);
    }
  }

  private <T extends @Nullable Object> T joined(Supplier<T> work) {
    return work.get();
  }

  private static Auctions auctions(TenantConnections connections) {
    AuctionFloor own = new JdbcAuctionFloor(connections, new PostgresOutbox(connections));
    return (Auctions)
        Proxy.newProxyInstance(
            Auctions.class.getClassLoader(),
            new Class<?>[] {Auctions.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "find" -> own.find((UUID) arguments[0]);
                  case "require" -> own.find((UUID) arguments[0]).orElseThrow();
                  default -> throw new AssertionError(method + " is not asked here");
                });
  }

  <T> T as(Caller caller, Supplier<T> work) {
    return tenants.callAs(caller, work);
  }

  /** How many rows of a table an organisation sees, without a where. */
  long rows(Caller caller, String table) {
    return as(
        caller,
        () ->
            tenants.withConnection(
                connection ->
                    Sql.first(connection, "select count(*) from " + table, row -> row.getLong(1))
                        .orElseThrow()));
  }

  /** A sale of an organisation in block 1 of N2, held by the venue. */
  UUID submit(Caller caller, @Nullable BidBlock curve, BidBlockOrder... orders) {
    BidContent content =
        new BidContent(
            asset(caller),
            "N2",
            BidSide.SELL,
            null,
            curve == null ? List.of() : List.of(curve),
            false,
            Arrays.asList(orders));
    UUID id = Ids.next();
    OffsetDateTime now = CLOCK.instant().atOffset(ZoneOffset.UTC);
    JdbcBidStore store = new JdbcBidStore(tenants);
    tenants.runAs(
        caller,
        () -> {
          store.add(Bid.draft(id, auctionId, content, now, caller.userId()));
          Bid bid = store.hold(id).orElseThrow();
          UUID submissionId = Ids.next();
          bid.submit(submissionId, "internal", "OB", now);
          bid.acknowledge(submissionId, "OB", now);
          store.save(bid);
        });
    return id;
  }

  /** One quantity in block 1. */
  static BidBlockOrder order(String id, String megawatts, String price) {
    return new BidBlockOrder(
        id,
        List.of(new BlockQuantity(1, new BigDecimal(megawatts))),
        new BigDecimal(price),
        BigDecimal.ONE,
        null,
        null,
        false);
  }

  /** A step in block 1. */
  static BidBlock curve(String price, String megawatts) {
    return new BidBlock(1, List.of(new BidPoint(new BigDecimal(price), new BigDecimal(megawatts))));
  }

  private UUID asset(Caller caller) {
    UUID id = Ids.next();
    server
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into asset (id, organization_id, name, type, fuel, market_code,
                                       area_code, max_injection_mw, max_withdrawal_mw, version)
                    values (?, ?, ?, 'thermal', 'domestic_coal', 'sim-dam', 'N2', 500, 0, 1)
                    """,
                    id,
                    caller.organization().value(),
                    id.toString()));
    return id;
  }

  /** Closes the gate, clears and publishes. */
  void publish() {
    CurveClearingDesk clearing =
        new CurveClearingDesk(
            new JdbcRunStore(platform),
            new JdbcAwardStore(platform),
            new SmallBooks(),
            clearingBids(),
            new RememberedPrices(),
            rules,
            new JdbcPackArchive(this::joined, platform, server.systemConnections()),
            ClearingBench.earlier(rules, this::joined, platform, clearingBids()),
            new RunEvents(new PostgresOutbox(platform)),
            CLOCK,
            WorkBudget.DEFAULT);
    platform.call(
        () -> {
          floor.close(auctionId);
          ClearingRun run = clearing.clear(floor.find(auctionId).orElseThrow());
          floor.cleared(auctionId, run.id());
          return floor.publish(auctionId);
        });
  }

  private Bidding clearingBids() {
    JdbcBidStore store = new JdbcBidStore(platform);
    return (Bidding)
        Proxy.newProxyInstance(
            Bidding.class.getClassLoader(),
            new Class<?>[] {Bidding.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("acknowledged")) {
                throw new AssertionError(method + " is not asked here");
              }
              return store.acknowledged((UUID) arguments[0]);
            });
  }

  /** What became of a bid's block orders in the auction itself. */
  List<BlockOrderOutcome> outcomes(Caller caller, UUID bid) {
    return as(caller, () -> new JdbcAwardStore(tenants).blockOrdersOfBid(bid));
  }

  /** The book of block 1, whatever the seed. */
  private static final class SmallBooks implements CurveBooks {
    @Override
    public List<CurveBook> load(Auction auction, AuctionRules rules) {
      return List.of(load(auction, rules, 1));
    }

    @Override
    public CurveBook load(Auction auction, AuctionRules rules, int block) {
      return new CurveBook(
          block,
          auction.day().block(block),
          List.of("N2"),
          List.of(buy("discom", "9000", 100), sell("coal", "2000", 60), sell("gas", "5000", 60)),
          List.of(),
          ClearingParameters.of(rules),
          rules.publicationTick());
    }
  }

  private static CurveOrder buy(String id, String price, int megawatts) {
    return new CurveOrder(
        id, "N2", List.of(corner("0", megawatts), corner(price, megawatts), corner(price, 0)));
  }

  private static CurveOrder sell(String id, String price, int megawatts) {
    return new CurveOrder(id, "N2", List.of(corner(price, 0), corner(price, -megawatts)));
  }

  private static CurveCorner corner(String price, int megawatts) {
    return new CurveCorner(Price.of(price), new Power(megawatts * 1000L));
  }
}
