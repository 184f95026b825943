package energy.optibid.nobid.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BidTemplateDesk;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.adapter.JdbcBidTemplateStore;
import energy.optibid.nobid.NoBidAction;
import energy.optibid.nobid.NoBidPolicies;
import energy.optibid.nobid.domain.ValidPolicy;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SettableClock;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two auctions of a market of a sandbox; the second one's gate comes near. */
class NoBidIT {
  private static final Instant NOW = Instant.parse("2025-04-02T06:00:00Z");
  private static final Duration LEFT = Duration.ofMinutes(20);

  private final PostgresServer server = PostgresServer.shared();
  private final SandboxWorld world = new SandboxWorld(server);
  private final LocalTransactions transactions = world.transactions();
  private final LocalPlatform platform = new LocalPlatform(server);
  private final SettableClock clock = new SettableClock(NOW);
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final List<BidFault> against = new ArrayList<>();
  private final Bidding bidding =
      new BiddingDesk(
          new JdbcBidStore(transactions),
          world.auctions(),
          world.assets(),
          world.rules(),
          new InternalVenue(),
          outbox,
          audit,
          Clock.systemUTC(),
          List.of(candidate -> List.copyOf(against)));
  private final BidTemplateDesk templates =
      new BidTemplateDesk(
          new JdbcBidTemplateStore(transactions),
          new JdbcBidStore(transactions),
          bidding,
          world.auctions(),
          world.assets(),
          audit,
          Clock.systemUTC());
  private final NoBidStore store = new NoBidStore(transactions);
  private final NoBidWatch watch =
      new NoBidWatch(
          platform,
          transactions,
          store(),
          world.auctions(),
          world.assets(),
          bidding,
          templates,
          outbox,
          audit,
          clock);

  private final UUID exchange = exchange();
  private final UUID before = auction(LocalDate.of(2025, 4, 2), Duration.ofHours(-1));
  private final UUID coming = auction(LocalDate.of(2025, 4, 3), LEFT);

  /** The watch asks over the platform's connections first, and over the tenant's afterwards. */
  private NoBidStore store() {
    return new NoBidStore(
        new TenantConnections() {
          @Override
          public <R extends @Nullable Object> R withConnection(SqlFunction<Connection, R> work) {
            return platform.isOpen()
                ? platform.withConnection(work)
                : transactions.withConnection(work);
          }
        });
  }

  @AfterEach
  void end() {
    server.execute("update exchange set ended_at = now() where id = '" + exchange + "'");
  }

  @Test
  void theLastBidIsRepeated_whenItsMinutesHaveCome_andOnce() {
    submit(before, "12.5");
    policy(NoBidAction.LAST, null);
    watch.look();
    assertEquals(List.of(), acknowledged());
    clock.advance(LEFT.minusMinutes(5));
    watch.look();
    BidView sent = acknowledged().get(0);
    assertEquals("Automatic: last bid", sent.label());
    assertEquals(new BigDecimal("12.5"), sent.blocks().get(0).points().get(0).price());
    assertEquals(1, audited(sent.id()));
    assertEquals(List.of("bid.automatic"), told());
    assertEquals(0, watch.look());
    // who takes it back wants no bid
    act(() -> bidding.cancel(sent.id(), sent.version()));
    watch.look();
    assertEquals(List.of(), acknowledged());
  }

  @Test
  void aDefaultIsSent_alsoWhenTheClockJumpsToTheGate() {
    BidView model = submit(before, "30");
    UUID template = act(() -> templates.create("Default " + Ids.next(), model.id())).id();
    policy(NoBidAction.DEFAULT, template);
    watch.beforeClosure(coming);
    assertEquals("Automatic: default", acknowledged().get(0).label());
  }

  @Test
  void nothingIsDone_andEverybodyIsTold_whereThePolicySaysSo() {
    submit(before, "12.5");
    policy(NoBidAction.NONE, null);
    clock.advance(LEFT.minusMinutes(1));
    watch.look();
    watch.look();
    assertEquals(List.of(), acknowledged());
    assertEquals(List.of("nobid.none"), told());
  }

  @Test
  void aDeskThatHasABidThere_isLeftAlone() {
    submit(before, "12.5");
    BidView own = submit(coming, "99");
    policy(NoBidAction.LAST, null);
    clock.advance(LEFT.minusMinutes(1));
    watch.look();
    act(() -> bidding.cancel(own.id(), own.version()));
    watch.look();
    assertEquals(List.of(), acknowledged());
    assertEquals(List.of(), told());
  }

  @Test
  void whatDoesNotPassTheChecks_doesNotGo_andSaysWhy() {
    submit(before, "12.5");
    policy(NoBidAction.LAST, null);
    against.add(BidFault.at("", "stopped", "Trading is stopped."));
    clock.advance(LEFT.minusMinutes(1));
    watch.look();
    assertEquals(List.of(), acknowledged());
    assertEquals(List.of("nobid.refused"), told());
    assertTrue(
        act(() -> bidding.list(BidQuery.ALL, null, 50)).items().stream()
            .noneMatch(bid -> bid.auctionId().equals(coming)));
  }

  @Test
  void withoutABidBefore_thereIsNothingToRepeat() {
    policy(NoBidAction.LAST, null);
    clock.advance(LEFT.minusMinutes(1));
    watch.look();
    assertEquals(List.of("nobid.refused"), told());
  }

  private void policy(NoBidAction action, @Nullable UUID template) {
    ValidPolicy valid = ValidPolicy.of(new NoBidPolicies.Input(action, template, 5), id -> true);
    act(
        () -> {
          store.put(
              exchange,
              "gme-mgp",
              world.assetId(),
              valid,
              OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC));
          return valid;
        });
  }

  private BidView submit(UUID auctionId, String price) {
    BidView bid =
        act(
            () ->
                bidding.create(
                    new BidDraft(
                        auctionId,
                        world.assetId(),
                        "NORD",
                        BidSide.SELL,
                        "by hand",
                        List.of(
                            new BidDraft.Block(
                                1,
                                List.of(
                                    new BidDraft.Point(
                                        new BigDecimal(price), BigDecimal.valueOf(5))))))));
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  private List<BidView> acknowledged() {
    return act(
        () ->
            bidding.acknowledged(coming).stream()
                .map(bid -> bidding.require(bid.bidId()))
                .toList());
  }

  private int audited(UUID bid) {
    return act(() ->
            audit.list(new AuditQuery(null, null, bid, "bid.automatic", null, null, null), null, 5))
        .items()
        .size();
  }

  private List<String> told() {
    return server
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select type from outbox where organization_id = ? and aggregate_type = 'no_bid'",
                    row -> row.getString(1),
                    world.caller().organization().value()));
  }

  private <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  private UUID exchange() {
    UUID id = Ids.next();
    server.execute(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, created_at, version)
        values ('%1$s', '%2$s', 'Sandbox', 1, '2025-04-02', '2025-04-03', 'running', 1, '%3$s', '%3$s',
          now(), 1)"""
            .formatted(id, world.caller().organization().value(), NOW));
    return id;
  }

  private UUID auction(LocalDate day, Duration closesIn) {
    UUID id = world.openAuction(day);
    server.execute(
        "update auction set exchange_id = '%s', gate_closes_at = '%s' where id = '%s'"
            .formatted(exchange, NOW.plus(closesIn), id));
    return id;
  }
}
