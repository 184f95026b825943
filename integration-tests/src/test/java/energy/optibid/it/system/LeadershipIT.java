package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Payara Server with its broker and Payara Micro without one: one of them relays and sends, whoever
 * it is, and when it is killed the other goes on where it stopped.
 */
@Tag("nodes")
class LeadershipIT {
  private static final Duration BOUND = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Ledger ledger = new Ledger(KilledInstallation.underTest());

  @Test
  void leaderKilled_theOtherLeads_andEveryEventIsConsumedOnce() {
    assertEquals("up", check(Node.SERVER, "jms").getString("state"));
    assertEquals("disabled", check(Node.MICRO, "jms").getString("state"));
    Node leader = leader();
    Node heir = leader.other();
    try (SandboxDay day = SandboxDay.openedBy(heir.as(SandboxDay.OWNER))) {
      day.advance();
      JsonObject auction = day.auction("sim-dam", 1);
      String plant = day.asset("thermal", "W2", 100, 0);
      String points = "[{\"price\":2500,\"quantity\":10}]";
      day.bid(auction, plant, "W2", "sell", points);
      consumed(auction.getString("id"));
      leader.kill();
      Instant killed = Instant.now();
      try {
        day.bid(auction, plant, "W2", "sell", points);
        consumed(auction.getString("id"));
        Duration pause = Duration.between(killed, Instant.now());
        System.out.printf("%s led after %s in %d ms%n", heir, leader, pause.toMillis());
        assertTrue(pause.compareTo(BOUND) < 0, "led after " + pause);
        assertEquals(1, leading(heir));
      } finally {
        leader.startAgain();
      }
      day.bid(auction, plant, "W2", "sell", points);
      consumed(auction.getString("id"));
      assertEquals(heir, leader());
    }
  }

  /** Waits until no event waits; then each of the auction's bids has been consumed once. */
  private void consumed(String auction) {
    ledger.awaitNone("events in the outbox", "select count(*) from outbox");
    ledger.awaitNone("deliveries", "select count(*) from delivery");
    assertEquals(
        ledger.count(
            "select count(*) from event_log where type like 'bid.%' and payload ->> 'auctionId' = ?",
            auction),
        ledger.count(
            "select count(*) from bid_activity where auction_id = ?", UUID.fromString(auction)));
  }

  /** The one that leads: never both, and not neither for long. */
  private static Node leader() {
    Instant end = Instant.now().plus(BOUND);
    while (Instant.now().isBefore(end)) {
      long server = leading(Node.SERVER);
      long micro = leading(Node.MICRO);
      assertTrue(server + micro <= 1, "both lead");
      if (server + micro == 1) {
        return server == 1 ? Node.SERVER : Node.MICRO;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    throw new AssertionError("nobody leads");
  }

  private static long leading(Node node) {
    return Long.parseLong(check(node, "deliveries").getString("leading"));
  }

  private static JsonObject check(Node node, String name) {
    return Api.anonymous()
        .at(node.url())
        .get("/health")
        .expect(200)
        .json()
        .getJsonArray("checks")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(check -> check.getString("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getJsonObject("data");
  }
}
