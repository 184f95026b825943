package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is killed in the middle of closing a gate. The other one closes that gate, once, and the
 * day goes on; the killed one comes back.
 */
@Tag("nodes")
class TakeoverIT {
  private static final String MARKET = "sim-dam";

  /** PostgreSQL looks for its client every second, and so does an idle scheduler for work. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  @ParameterizedTest
  @EnumSource(Node.class)
  void killedAtTheGate_theOtherClosesItOnce(Node victim) throws SQLException {
    Node heir = victim.other();
    SandboxDay there = SandboxDay.openedBy(victim.as(SandboxDay.OWNER));
    try (SandboxDay day = there.seenBy(heir.as(SandboxDay.OWNER));
        Live live = heir.open(SandboxDay.OWNER)) {
      live.subscribe("auctions." + MARKET);
      while (!there.auction(MARKET, 1).getString("state").equals("open")) {
        there.advance();
      }
      String auction = there.auction(MARKET, 1).getString("id");
      try (HeldGate gate = HeldGate.of(auction)) {
        Instant killed = killAtTheGate(victim, there, auction, gate);
        String name = gate.awaitWaiting(heir::isCalled);
        Duration takeover = Duration.between(killed, Instant.now());
        System.out.printf("%s took over from %s after %d ms%n", heir, victim, takeover.toMillis());
        assertTrue(takeover.compareTo(BOUND) < 0, "taken over after " + takeover);

        gate.letGo();
        live.updatesOf(auction, "auction.closed");
        day.advanceTo(MARKET, 1, "publish");
        live.updatesOf(auction, "auction.published");

        List<String> performed = gate.performed(auction);
        assertEquals(
            List.of("close " + name, "clear " + name, "publish " + name),
            performed.subList(1, performed.size()));
        assertEquals(
            List.of("auction.opened", "auction.closed", "auction.cleared", "auction.published"),
            gate.logged(auction));
      }
    } finally {
      victim.startAgain();
    }
    assertEquals("published", there.auction(MARKET, 1).getString("state"), "seen by the killed");
  }

  /**
   * Only the victim is awake when the gate's time comes; it stands in mid-event when it is killed.
   */
  private static Instant killAtTheGate(Node victim, SandboxDay there, String auction, HeldGate gate)
      throws SQLException {
    Node heir = victim.other();
    freezeIdle(heir, gate);
    try {
      gate.windClock(there.id, auction);
      JsonObject exchange = there.trader.get(there.path()).expect(200).json();
      there
          .trader
          .call(
              "PUT",
              there.path() + "/clock",
              "{\"mode\":\"running\",\"speed\":120}",
              "If-Match",
              "\"" + exchange.getInt("version") + "\"")
          .expect(200);
      gate.awaitWaiting(victim::isCalled);
      Instant killed = Instant.now();
      victim.kill();
      return killed;
    } finally {
      heir.thaw();
    }
  }

  /** Frozen in a transaction it would keep its locks, and nobody else could work. */
  private static void freezeIdle(Node node, HeldGate gate) throws SQLException {
    node.freeze();
    while (!gate.staysIdle(node::isCalled)) {
      node.thaw();
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      node.freeze();
    }
  }
}
