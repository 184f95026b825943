package energy.optibid.gates.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.gates.GateWarnings;
import energy.optibid.gates.NextGate;
import energy.optibid.gates.NextGates;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The gates of two sandboxes of an organisation, by the clocks of their exchanges. */
class NextGatesIT {
  private static final Instant NOW = Instant.parse("2026-07-01T06:00:00Z");

  private final PostgresServer server = PostgresServer.shared();
  private final SandboxWorld world = new SandboxWorld(server);
  private final LocalTransactions transactions = world.transactions();
  private final SettableClock clock = new SettableClock(NOW);
  private final NextGates gates = new StoredNextGates(transactions, clock);
  private final GateWarnings warnings = new StoredGateWarnings(transactions);

  @Test
  void gatesCloseByTheirExchangesClock_ownMarketsFirst() {
    UUID fast = exchange("running", 60);
    UUID slow = exchange("running", 1);
    UUID still = exchange("paused", 1);
    UUID soon = auction(fast, "sim-dam", Duration.ofHours(2));
    UUID own = auction(slow, "sim-gdam", Duration.ofHours(3));
    auction(still, "sim-dam", Duration.ofHours(1));
    auction(slow, "sim-dam", Duration.ofMinutes(-1));
    bid(own, "draft", false);
    bid(own, "pending_approval", false);
    bid(own, "approved", true);
    bid(own, "withdrawn", false);

    NextGates.Seen seen = next(world.caller());
    assertEquals(NOW, seen.serverTime());
    assertEquals(List.of(own, soon), seen.items().stream().map(NextGate::auctionId).toList());
    NextGate first = seen.items().get(0);
    assertEquals(Duration.ofHours(3).toMillis(), first.closesInMillis());
    assertEquals(
        List.of(1, 2, 1), List.of(first.atVenue(), first.notAtVenue(), first.needsApproval()));
    assertEquals(Duration.ofMinutes(2).toMillis(), seen.items().get(1).closesInMillis());

    clock.advance(Duration.ofMinutes(2));
    assertEquals(1, next(world.caller()).items().size());
    // nobody else sees a sandbox's gates
    assertEquals(
        List.of(),
        next(Tenants.create(server)).items().stream()
            .filter(gate -> slow.equals(gate.exchangeId()))
            .toList());
  }

  /** By the wall's clock and with the operator's name; an imported day's gate is closed by hand. */
  @Test
  void gatesOfRealMarkets_areTheOrganisationsOwn() {
    UUID real = realAuction("open");
    realAuction("closed");
    bid(real, "approved", false);

    NextGate gate = next(world.caller()).items().get(0);
    assertEquals(real, gate.auctionId());
    assertNull(gate.exchangeId());
    assertEquals("Indian Energy Exchange", gate.exchangeName());
    assertTrue(gate.own());
    assertEquals(1, gate.speed());
    assertEquals(Duration.ofHours(1).toMillis(), gate.closesInMillis());
    assertEquals(List.of(0, 1), List.of(gate.atVenue(), gate.notAtVenue()));
    assertEquals(1, next(world.caller()).items().size());
    assertTrue(
        next(Tenants.create(server)).items().stream()
            .noneMatch(each -> each.auctionId().equals(real)));
  }

  private UUID realAuction(String state) {
    UUID id = auction(exchange("running", 1), "iex-dam", Duration.ofHours(1));
    server.execute(
        "update auction set exchange_id = null, state = '%s' where id = '%s'".formatted(state, id));
    return id;
  }

  @Test
  void warningsAreAPersonsOwn_andJudgedWithEveryFault() {
    assertEquals(GateWarnings.Setting.USUAL, get());
    GateWarnings.Setting kept =
        act(() -> warnings.put(0, new GateWarnings.Input(List.of(5, 60), false)));
    assertEquals(new GateWarnings.Setting(List.of(60, 5), false, 1), kept);
    assertEquals(kept, get());
    ProblemException stale =
        assertThrows(
            ProblemException.class,
            () -> act(() -> warnings.put(0, new GateWarnings.Input(List.of(5), null))));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> act(() -> warnings.put(1, new GateWarnings.Input(List.of(0, 7, 7), null))));
    assertEquals(
        List.of("/minutes/0", "/minutes/2"), refused.faults().stream().map(Fault::field).toList());
  }

  private GateWarnings.Setting get() {
    return act(warnings::get);
  }

  private <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  private NextGates.Seen next(Caller caller) {
    return transactions.callAs(caller, () -> gates.next(10));
  }

  private UUID exchange(String mode, int speed) {
    UUID id = Ids.next();
    server.execute(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, created_at, version)
        values ('%1$s', '%2$s', 'Sandbox', 1, '2026-07-02', '2026-07-02', '%3$s', %4$d,
          '%5$s', '%5$s', now(), 1)"""
            .formatted(id, world.caller().organization().value(), mode, speed, NOW));
    return id;
  }

  private UUID auction(UUID exchange, String market, Duration closesIn) {
    UUID id = Ids.next();
    server.execute(
        """
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          version, exchange_id)
        values ('%s', '%s', '%s', '2026-07-02', 'sandbox', 'accelerated', 'open',
          '2026-07-01T04:30:00Z', '%s', 'Asia/Kolkata', 'INR', 15, 96, 'W2', 1, '%s')"""
            .formatted(
                id, world.caller().organization().value(), market, NOW.plus(closesIn), exchange));
    return id;
  }

  private void bid(UUID auction, String state, boolean atVenue) {
    UUID id = Ids.next();
    UUID organization = world.caller().organization().value();
    server.execute(
        """
        insert into bid (id, organization_id, auction_id, state, version_number, created_at,
          created_by, updated_at, version)
        values ('%1$s', '%2$s', '%3$s', '%4$s', 1, '2026-06-30T00:00:00Z', '%5$s', now(), 1);
        insert into bid_version (bid_id, number, organization_id, asset_id, area_code, side, lines,
          created_at, created_by)
        values ('%1$s', 1, '%2$s', '%6$s', 'W2', 'sell', '{}', now(), '%5$s')"""
            .formatted(id, organization, auction, state, world.caller().userId(), world.assetId()));
    if (atVenue) {
      server.execute(
          """
          insert into submission (id, organization_id, bid_id, auction_id, version_number, venue,
            venue_reference, state, at)
          values ('%s', '%s', '%s', '%s', 1, 'internal', 'X', 'acknowledged', now())"""
              .formatted(Ids.next(), organization, id, auction));
    }
  }
}
