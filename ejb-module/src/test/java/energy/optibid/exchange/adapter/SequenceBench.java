package energy.optibid.exchange.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.adapter.ClearingBench;
import energy.optibid.clearing.adapter.CurveClearingDesk;
import energy.optibid.clearing.adapter.JdbcAwardStore;
import energy.optibid.clearing.adapter.JdbcRunStore;
import energy.optibid.clearing.adapter.RunDesk;
import energy.optibid.clearing.adapter.RunEnding;
import energy.optibid.clearing.adapter.RunEvents;
import energy.optibid.clearing.adapter.RunRules;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.domain.DayPlan;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.Auctions;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.OrderBooks;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.outbox.Outbox;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld.RememberedPrices;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * GDAM, DAM and HP-DAM of a day over one corridor from W2 to N2 of 100 MW, on a real PostgreSQL.
 * Block 1 alone is traded. In GDAM N2 buys 80 MW up to 6,000; in DAM N2 buys 120 MW up to 9,000 and
 * is offered 90 MW at 7,000, and W2 offers 200 MW at 3,000; in HP-DAM W2 buys 70 MW up to 15,000.
 */
final class SequenceBench {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Map<String, List<CurveOrder>> BOOKS =
      Map.of(
          "sim-gdam", List.of(buy("n", "N2", "6000", 80)),
          "sim-dam",
              List.of(
                  buy("n", "N2", "9000", 120),
                  sell("gas", "N2", "7000", 90),
                  sell("coal", "W2", "3000", 200)),
          "sim-hpdam", List.of(buy("w", "W2", "15000", 70)));

  private final PostgresServer server = PostgresServer.shared();
  private final Rules rules = new ClassPathRulePacks().rules();
  private final LocalPlatform platform = new LocalPlatform(server);
  private final LocalTransactions tenants = server.transactions();
  private final Caller caller = Tenants.create(server);
  private final AuctionFloor floor = new JdbcAuctionFloor(platform, new PostgresOutbox(platform));
  private final JdbcRunStore runs = new JdbcRunStore(platform);
  private final JdbcAwardStore awards = new JdbcAwardStore(platform);
  private final CurveClearingDesk clearing =
      new CurveClearingDesk(
          runs,
          awards,
          new SmallBooks(),
          bidding(platform),
          new RememberedPrices(),
          rules,
          new JdbcPackArchive(this::joined, platform, server.systemConnections()),
          ClearingBench.earlier(rules, this::joined, platform, bidding(platform)),
          new RunEvents(new PostgresOutbox(platform)),
          CLOCK,
          WorkBudget.DEFAULT);
  private final UUID exchangeId = Ids.next();

  SequenceBench() {
    ExchangeState exchange =
        new ExchangeState(
            exchangeId,
            caller.organization().value(),
            "Test exchange",
            1,
            DAY,
            DAY.minusDays(1),
            new MarketClock(ClockMode.PAUSED, 1, Instant.EPOCH, Instant.EPOCH),
            0,
            0,
            null,
            null,
            Instant.EPOCH.atOffset(ZoneOffset.UTC),
            1);
    platform.call(
        () -> {
          new JdbcExchangeStore(platform).add(exchange, null);
          floor.add(
              DayPlan.of(exchange, DAY, rules).auctions().stream()
                  .filter(auction -> BOOKS.containsKey(auction.marketCode()))
                  .toList());
          return exchangeId;
        });
  }

  /** The curves of block 1 as the bidder sees them. */
  BlockCurves curves(String market, String zone) {
    return tenants.callAs(caller, () -> desk().curves(run(market), zone, 1));
  }

  /** The runs as the bidder's own desk reads them. */
  private RunDesk desk() {
    JdbcRunStore ownRuns = new JdbcRunStore(tenants);
    return new RunDesk(
        ownRuns,
        new JdbcAwardStore(tenants),
        answering(
            Auctions.class,
            "require",
            id ->
                new JdbcAuctionFloor(tenants, new PostgresOutbox(tenants))
                    .find((UUID) id)
                    .orElseThrow()),
        nobody(OrderBooks.class),
        new SmallBooks(),
        bidding(tenants),
        new RunRules(rules, new JdbcPackArchive(tenants, tenants, server.systemConnections())),
        ClearingBench.earlier(rules, tenants, tenants, bidding(tenants)),
        nobody(Jobs.class),
        nobodysEnding(ownRuns),
        nobody(AuditTrail.class),
        CLOCK);
  }

  private static RunEnding nobodysEnding(JdbcRunStore runs) {
    return new RunEnding(runs, nobody(Auctions.class), new RunEvents(nobody(Outbox.class)), CLOCK);
  }

  /** The platform's stores join the transaction that is under way. */
  private <T extends @Nullable Object> T joined(Supplier<T> work) {
    return work.get();
  }

  /** Opens and closes the gate of a market and clears it. */
  void clear(String market) {
    platform.call(
        () -> {
          UUID id = auction(market).id();
          floor.open(id);
          floor.close(id);
          ClearingRun run = clearing.clear(floor.find(id).orElseThrow());
          floor.cleared(id, run.id());
          return id;
        });
  }

  private Auction auction(String market) {
    return floor.ofDay(exchangeId, DAY).stream()
        .filter(auction -> auction.marketCode().equals(market))
        .findFirst()
        .orElseThrow();
  }

  private UUID run(String market) {
    return tenants.callAs(
        caller,
        () ->
            new JdbcAuctionFloor(tenants, new PostgresOutbox(tenants))
                .ofDay(exchangeId, DAY).stream()
                    .filter(auction -> auction.marketCode().equals(market))
                    .map(Auction::latestRunId)
                    .findFirst()
                    .orElseThrow());
  }

  /** The links as the run of a market found and used them. */
  List<LinkOutcome> links(String market) {
    UUID run = run(market);
    return platform.call(() -> runs.links(run));
  }

  List<AwardLine> awardsOf(String market, UUID bid) {
    UUID run = run(market);
    return platform.call(() -> awards.ofRun(run)).stream()
        .filter(line -> line.award().bidId().equals(bid))
        .toList();
  }

  /** What became of a bid's block orders. */
  List<BlockOrderOutcome> blockOrders(UUID bid) {
    return tenants.callAs(caller, () -> new JdbcAwardStore(tenants).blockOrdersOfBid(bid));
  }

  /** The award of the one block. */
  AwardLine award(String market, UUID bid) {
    return awardsOf(market, bid).get(0);
  }

  /** A sale of block 1 in W2 at one price, held by the venue. */
  UUID submit(String market, UUID asset, String price, String megawatts, boolean goesOn) {
    return submit(
        market,
        new BidContent(
            asset,
            "W2",
            BidSide.SELL,
            null,
            List.of(
                new BidBlock(
                    1, List.of(new BidPoint(new BigDecimal(price), new BigDecimal(megawatts))))),
            goesOn,
            List.of()));
  }

  /** A bid of the bidder, held by the venue. */
  UUID submit(String market, BidContent content) {
    UUID auctionId = platform.call(() -> auction(market).id());
    UUID id = Ids.next();
    JdbcBidStore store = new JdbcBidStore(tenants);
    tenants.runAs(
        caller,
        () -> {
          store.add(
              Bid.draft(
                  id,
                  auctionId,
                  content,
                  CLOCK.instant().atOffset(ZoneOffset.UTC),
                  caller.userId()));
          Bid bid = store.hold(id).orElseThrow();
          UUID submissionId = Ids.next();
          OffsetDateTime now = CLOCK.instant().atOffset(ZoneOffset.UTC);
          bid.submit(submissionId, "internal", "OB", now);
          bid.acknowledge(submissionId, "OB", now);
          store.save(bid);
        });
    return id;
  }

  /** An asset of 500 MW in W2. */
  UUID asset(String type, @Nullable String fuel) {
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
                    values (?, ?, ?, ?, ?, 'sim-dam', 'W2', 500, 0, 1)
                    """,
                    id,
                    caller.organization().value(),
                    id.toString(),
                    type,
                    fuel));
    return id;
  }

  @SuppressWarnings("unchecked")
  private static Bidding bidding(TenantConnections connections) {
    JdbcBidStore store = new JdbcBidStore(connections);
    return (Bidding)
        Proxy.newProxyInstance(
            Bidding.class.getClassLoader(),
            new Class<?>[] {Bidding.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "acknowledged" -> store.acknowledged((UUID) arguments[0]);
                  case "submissions" ->
                      (List<SubmittedBid>) store.submissions((Collection<UUID>) arguments[0]);
                  default -> throw new AssertionError(method);
                });
  }

  private static <T> T nobody(Class<T> type) {
    return answering(type, "", argument -> argument);
  }

  private static <T> T answering(Class<T> type, String name, Function<Object, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!method.getName().equals(name)) {
                throw new AssertionError(method + " is not asked here");
              }
              return answer.apply(arguments[0]);
            }));
  }

  /** The books of block 1, whatever the seed. */
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
          List.of("N2", "W2"),
          BOOKS.getOrDefault(auction.marketCode(), List.of()),
          List.of(new Link("W2-N2", "W2", "N2", mw(100), mw(100))),
          ClearingParameters.of(rules),
          rules.publicationTick());
    }
  }

  private static CurveOrder buy(String id, String zone, String price, int megawatts) {
    return new CurveOrder(
        id, zone, List.of(corner("0", megawatts), corner(price, megawatts), corner(price, 0)));
  }

  private static CurveOrder sell(String id, String zone, String price, int megawatts) {
    return new CurveOrder(id, zone, List.of(corner(price, 0), corner(price, -megawatts)));
  }

  private static CurveCorner corner(String price, int megawatts) {
    return new CurveCorner(Price.of(price), mw(megawatts));
  }

  private static Power mw(int megawatts) {
    return new Power(megawatts * 1000L);
  }
}
