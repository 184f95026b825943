package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import energy.optibid.it.system.Failpoints.Failpoint;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server gets SIGKILL at a named place while a bid is made, submitted and cleared; the client
 * asks again until it is answered. Afterwards everything acknowledged is there once: stored, at the
 * venue, in the log of events, and at each consumer.
 */
@Tag("failpoints")
class FailpointsIT {
  private static final String BLOCKS =
      "[{\"block\":1,\"points\":[{\"price\":-500,\"quantity\":1}]}]";
  private static final String BLOCK_ORDER =
      "{\"id\":\"b\",\"profile\":[{\"block\":1,\"quantity\":1}],\"price\":-500,"
          + "\"minimumAcceptanceRatio\":1,\"flexible\":false}";
  private static final String OWN_EVENTS =
      " from event_log where aggregate_id = ? and aggregate_type = ? and type = ?";

  private static final KilledInstallation INSTALLATION =
      KilledInstallation.underTest().withFailpoints();
  private static final Ledger LEDGER = new Ledger(INSTALLATION);
  private static TradingDay day;

  @BeforeAll
  static void importOneDay() {
    day = TradingDay.imported();
  }

  @AfterAll
  static void end() {
    day.endSandbox();
  }

  static List<Failpoint> points() {
    return Failpoints.chosen();
  }

  @ParameterizedTest
  @MethodSource("points")
  void killedThere_everythingAcknowledgedIsThereOnce(Failpoint failpoint) {
    asBefore(InsistentTrader.signIn());
    long runsBefore = runs();
    InsistentTrader trader = new InsistentTrader(INSTALLATION, failpoint);
    try {
      JsonObject draft =
          trader
              .post(
                  "/api/v1/bids",
                  day.fill(
                      "{\"auctionId\":\"{auction}\",\"assetId\":\"{asset}\",\"areaCode\":\"NORD\",\"side\":\"sell\",\"blocks\":"
                          + BLOCKS
                          + ",\"blockOrders\":"
                          + blockOrders(failpoint)
                          + "}"))
              .expect(201)
              .json();
      String path = "/api/v1/bids/" + draft.getString("id");
      String tag = trader.get(path).expect(200).header("ETag");
      JsonObject submitted = trader.post(path + "/submit", "", "If-Match", tag).expect(200).json();
      JsonObject run =
          trader.post(day.fill("/api/v1/auctions/{auction}/runs"), "").expect(202).json();
      assertEquals("succeeded", trader.finish(run.getString("jobId")));
      trader.outliveTheServer();

      assertEquals(submitted, trader.get(path).expect(200).json(), "as it was acknowledged");
      assertEquals(runsBefore + 1, runs(), "runs");
      once(UUID.fromString(draft.getString("id")), run.getString("id"));
      everyEventReachedItsConsumer(failpoint);
    } finally {
      trader.disarm();
    }
  }

  private static void once(UUID bid, String run) {
    assertEquals(1, LEDGER.count("select count(*) from bid where id = ?", bid), "stored");
    assertEquals(1, LEDGER.count("select count(*) from bid_version where bid_id = ?", bid));
    assertEquals(
        1, LEDGER.count("select count(*) from submission where bid_id = ?", bid), "at the venue");
    assertEquals(
        1,
        LEDGER.count(
            "select count(*) from submission where bid_id = ? and state = 'acknowledged'", bid));
    assertEquals(
        1,
        LEDGER.count(
            "select count(*) from award where bid_id = ? and run_id = ? and block_order = ''",
            bid,
            UUID.fromString(run)),
        "awards");
    assertEquals(2, LEDGER.count("select count(*) from audit_entry where subject_id = ?", bid));
    LEDGER.awaitNone("events in the outbox", "select count(*) from outbox");
    for (String type : List.of("bid.created", "bid.submitted")) {
      assertEquals(1, LEDGER.count("select count(*)" + OWN_EVENTS, bid, "bid", type), type);
    }
    assertEquals(1, LEDGER.count("select count(*)" + OWN_EVENTS, bid, "award", "award.published"));
  }

  private static void everyEventReachedItsConsumer(Failpoint failpoint) {
    LEDGER.awaitNone("deliveries", "select count(*) from delivery");
    long events =
        LEDGER.count(
            "select count(*) from event_log"
                + " where type like 'bid.%' or type in ('award.published', 'standing.refused')");
    long consumptions =
        LEDGER.count("select count(*) from consumption where consumer = 'bid-activity'");
    long shown = LEDGER.count("select count(*) from bid_activity");
    System.out.printf(
        "%-26s %d events, %d consumed, %d shown, %d dead letters%n",
        failpoint, events, consumptions, shown, LEDGER.count("select count(*) from dead_letter"));
    assertEquals(events, consumptions, "consumptions");
    assertEquals(events, shown, "activities");
    assertEquals(0, LEDGER.count("select count(*) from dead_letter"));
    assertEquals(
        0,
        LEDGER.count(
            "select count(*) from event_stream s where last_sequence <> (select count(*) from"
                + " event_log l where l.channel = s.channel and l.organization_id is not distinct"
                + " from s.organization_id)"),
        "streams with a gap");
    assertTrue(events > 0);
  }

  /** Only a day with block orders is decided as a whole. */
  private static String blockOrders(Failpoint failpoint) {
    return failpoint.name().equals("clearing.decided") ? "[" + BLOCK_ORDER + "]" : "[]";
  }

  /** However the last failpoint ended: the gate is open and none of its bids is there. */
  private static void asBefore(Api owner) {
    String path = day.fill("/api/v1/auctions/{auction}");
    Answer auction = owner.get(path).expect(200);
    if (!auction.json().getString("state").equals("open")) {
      change(owner, path, "/reopen", auction.header("ETag"));
    }
    String bids = day.fill("/api/v1/bids?auctionId={auction}&state=approved");
    for (JsonValue bid : owner.get(bids).expect(200).json().getJsonArray("items")) {
      String one = "/api/v1/bids/" + bid.asJsonObject().getString("id");
      change(owner, one, "/cancel", owner.get(one).expect(200).header("ETag"));
    }
  }

  private static void change(Api owner, String path, String action, String tag) {
    String key = UUID.randomUUID().toString();
    owner.post(path + action, "", "If-Match", tag, "Idempotency-Key", key).expect(200);
  }

  private static long runs() {
    return LEDGER.count(
        "select count(*) from clearing_run where auction_id = ?",
        UUID.fromString(day.fill("{auction}")));
  }
}
