package energy.optibid.risk.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.risk.ApprovalPolicies;
import energy.optibid.risk.BidApprovals;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.LimitUsage;
import energy.optibid.risk.LimitUsages;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.RiskLimitInput;
import energy.optibid.risk.RiskLimits;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Limits and bids of an organisation on a real PostgreSQL, submitted under the real check. */
final class RiskBench {
  private final PostgresServer server = PostgresServer.shared();
  final SandboxWorld world = new SandboxWorld(server);
  private final LocalTransactions transactions = world.transactions();
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final List<SubmissionCheck> checks = new ArrayList<>();
  final Bidding bidding = desk(checks);

  /** Bids as they were submitted before there were limits. */
  final Bidding unchecked = desk(List.of());

  final RiskLimits limits =
      new StoredRiskLimits(
          transactions,
          audit,
          world.assets(),
          new StoredMarkets(transactions, transactions),
          Clock.systemUTC());
  final ApprovalPolicies policies = new StoredApprovalPolicies(transactions, audit);
  private final Exposures exposures =
      new Exposures(transactions, bidding, world.auctions(), world.rules());
  final LimitUsages usages = new LimitUsageDesk(transactions, exposures);
  final BidApprovals approvals =
      new BidApprovalDesk(
          transactions,
          bidding,
          world.auctions(),
          new SandboxWorld.RememberedPrices(),
          policies,
          exposures,
          world.rules());

  RiskBench() {
    checks.add(new RiskCheck(transactions, policies, exposures, outbox));
  }

  private Bidding desk(List<SubmissionCheck> asked) {
    return new BiddingDesk(
        new JdbcBidStore(transactions),
        world.auctions(),
        world.assets(),
        world.rules(),
        new InternalVenue(),
        outbox,
        audit,
        Clock.systemUTC(),
        asked);
  }

  <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  <T> T actAs(Caller caller, Supplier<T> work) {
    return transactions.callAs(caller, work);
  }

  /** Somebody else of the same organisation. */
  Caller colleague() {
    return new Caller(
        Ids.next(), "colleague@test", world.caller().organization(), world.caller().permissions());
  }

  Caller rival() {
    return Tenants.create(server);
  }

  /** A limit on everything the organisation offers. */
  RiskLimit limit(LimitKind kind, String amount) {
    return act(() -> limits.create(input(kind, amount)));
  }

  static RiskLimitInput input(LimitKind kind, String amount) {
    return new RiskLimitInput(
        kind.code(),
        kind,
        LimitSubject.ORGANIZATION,
        null,
        null,
        null,
        new BigDecimal(amount),
        kind.hasCurrency() ? "EUR" : null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A sale in the first hour of an auction. */
  BidDraft sale(UUID auctionId, String price, String megawatts) {
    return new BidDraft(
        auctionId,
        world.assetId(),
        "NORD",
        BidSide.SELL,
        null,
        List.of(
            new BidDraft.Block(
                1, List.of(new BidDraft.Point(new BigDecimal(price), new BigDecimal(megawatts))))));
  }

  BidView drafted(UUID auctionId, String price, String megawatts) {
    return act(() -> bidding.create(sale(auctionId, price, megawatts)));
  }

  BidView submitted(UUID auctionId, String price, String megawatts) {
    BidView bid = drafted(auctionId, price, megawatts);
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  /** What the sandboxes of a day use of the only limit. */
  BigDecimal used(LocalDate day) {
    LimitUsage only = act(() -> usages.of(null, day)).get(0);
    BigDecimal used = only.used();
    if (used == null) {
      throw new AssertionError("a collar is not used up");
    }
    return used;
  }

  /** Payloads of the events {@code limit.used} that wait in the outbox, in order. */
  List<String> told() {
    return server
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select payload::text from outbox where type = 'limit.used'"
                        + " and organization_id = ? order by position",
                    row -> row.getString(1),
                    world.caller().organization().value()));
  }

  long kept() {
    return act(
        () ->
            transactions.withConnection(
                connection ->
                    Sql.first(
                            connection,
                            "select count(*) from submission_exposure",
                            row -> row.getLong(1))
                        .orElseThrow()));
  }
}
