package energy.optibid.stream.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.outbox.EventLogReader.Entry;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamMessageTest {
  private static final StreamTopics TOPICS = new StreamTopics("optibid");
  private static final UUID EVENT = UUID.fromString("019b0000-0000-7000-8000-000000000001");
  private static final UUID BID = UUID.fromString("019b0000-0000-7000-8000-000000000002");
  private static final UUID ORGANIZATION = UUID.fromString("019b0000-0000-7000-8000-000000000003");

  @Test
  void aBidsEventCarriesAllOfItUnderTheBid() {
    StreamMessage message =
        message(
                "bids",
                "bid.submitted",
                Json.createObjectBuilder().add("state", "approved").build())
            .orElseThrow();
    assertEquals("optibid.bids.events", message.topic());
    assertEquals(BID.toString(), message.key());
    assertEquals(
        Map.of(
            "event-id", EVENT.toString(),
            "event-type", "bid.submitted",
            "organization-id", ORGANIZATION.toString()),
        message.headers());
    assertEquals(
        JsonText.object(
            """
            {"eventId": "019b0000-0000-7000-8000-000000000001", "type": "bid.submitted",
             "organizationId": "019b0000-0000-7000-8000-000000000003", "aggregateType": "bid",
             "aggregateId": "019b0000-0000-7000-8000-000000000002", "aggregateVersion": 3,
             "channel": "bids", "sequence": 17, "at": "2026-07-01T10:00:00Z",
             "payload": {"state": "approved"}}"""),
        JsonText.object(message.value()));
  }

  @Test
  void anAwardGoesUnderItsBidAndAPriceUnderItsArea() {
    assertEquals(
        "b-1",
        message("bids", "award.published", Json.createObjectBuilder().add("bidId", "b-1").build())
            .orElseThrow()
            .key());
    StreamMessage price =
        message(
                "market.prices.gme-mgp.NORD",
                "prices.published",
                Json.createObjectBuilder().add("area", "NORD").build())
            .orElseThrow();
    assertEquals("optibid.market.prices NORD", price.topic() + " " + price.key());
  }

  @Test
  void whatConcernsNobodyOutsideHasNoMessage() {
    assertEquals(Optional.empty(), message("jobs.1", "job.finished", JsonObject.EMPTY_JSON_OBJECT));
    assertEquals(
        Optional.empty(),
        message("notifications", "notification.added", JsonObject.EMPTY_JSON_OBJECT));
  }

  private static Optional<StreamMessage> message(String channel, String type, JsonObject payload) {
    return StreamMessage.of(
        new Entry(
            90,
            "bid",
            BID,
            3,
            new LoggedEvent(
                17,
                EVENT,
                new OrganizationId(ORGANIZATION),
                channel,
                type,
                Instant.parse("2026-07-01T10:00:00Z"),
                payload)),
        TOPICS);
  }
}
