package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An event that no consumer can consume, in the running installation: the operator of the platform
 * sees it, tries it again and gives it up.
 */
@Tag("system")
class DeadLettersIT {
  private static final String OPERATOR = "market@platform";
  private static final String LETTERS = "/api/v1/operations/dead-letters";
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final int MOST_LOOKS = 1_200;

  private final Api operator = Api.as(OPERATOR);
  private final Ledger ledger = new Ledger(KilledInstallation.underTest());
  private final UUID bid = UUID.randomUUID();

  @Test
  void poison_isSeen_replayed_andGivenUpWithAReason() {
    long known = figure("deadLetters");
    JsonObject letter = poisoned();
    String path = LETTERS + "/" + letter.getString("id");
    assertEquals("bid-activity", letter.getString("consumer"));
    assertEquals("bid.created", letter.getString("eventType"));
    assertEquals(8, letter.getInt("attempts"));
    assertTrue(letter.getString("error").contains("Exception: "), letter.toString());
    assertEquals(letter, operator.get(path).expect(200).json());
    assertEquals(known + 1, figure("deadLetters"));
    assertTrue(
        Api.anonymous().get("/metrics").expect(200).body().contains("optibid_dead_letters"),
        "no gauge of dead letters");

    assertEquals(letter, operator.post(path + "/replay", "").expect(200).json());
    assertEquals("not_found", operator.post(path + "/replay", "").problem());
    JsonObject again = dead();
    assertFalse(again.getString("id").equals(letter.getString("id")), "another letter");

    String second = LETTERS + "/" + again.getString("id");
    JsonObject refused =
        operator.post(second + "/discard", "{\"reason\":\" \"}").expect(422).json();
    assertEquals("/reason", refused.getJsonArray("errors").getJsonObject(0).getString("field"));
    operator.post(second + "/discard", "{\"reason\":\"made by a test\"}").expect(204);
    assertEquals("not_found", operator.get(second).problem());
    assertEquals(known, figure("deadLetters"));
    for (String action : List.of("replayed", "discarded")) {
      assertEquals(
          1,
          ledger.count(
              "select count(*) from audit_entry where action = ? and subject_id in (?, ?)",
              "dead_letter." + action,
              UUID.fromString(letter.getString("id")),
              UUID.fromString(again.getString("id"))),
          action);
    }
  }

  /** An event of a bid that says nothing of its auction. */
  private JsonObject poisoned() {
    ledger.change(
        "insert into outbox (event_id, organization_id, channel, aggregate_type, aggregate_id,"
            + " aggregate_version, type, payload)"
            + " select ?, id, 'bids', 'bid', ?, 1, 'bid.created', '{}' from organization"
            + " where slug = 'demo'",
        UUID.randomUUID(),
        bid);
    return dead();
  }

  /** Waits for the letter; all attempts but the last are spared. */
  private JsonObject dead() {
    for (int look = 0; look < MOST_LOOKS; look++) {
      ledger.change(
          "update delivery set attempts = 7, due_at = now() where aggregate_id = ? and attempts < 7",
          bid);
      Optional<JsonObject> found =
          operator
              .get(LETTERS + "?limit=200")
              .expect(200)
              .json()
              .getJsonArray("items")
              .getValuesAs(JsonObject.class)
              .stream()
              .filter(letter -> letter.getString("aggregateId").equals(bid.toString()))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    throw new AssertionError("no dead letter about " + bid);
  }

  private static long figure(String name) {
    return Long.parseLong(
        Api.anonymous()
            .get("/health")
            .expect(200)
            .json()
            .getJsonArray("checks")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(check -> check.getString("name").equals("deliveries"))
            .findFirst()
            .orElseThrow()
            .getJsonObject("data")
            .getString(name));
  }
}
