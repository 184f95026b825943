package energy.optibid.stream.domain;

import energy.optibid.outbox.EventLogReader.Entry;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as it goes out.
 *
 * @param key what keeps messages in order: the bid, or the area of a price
 * @param headers what a reader can judge without opening the value
 * @param value JSON
 */
public record StreamMessage(String topic, String key, Map<String, String> headers, String value) {
  public static final String EVENT_ID = "event-id";
  public static final String EVENT_TYPE = "event-type";
  public static final String ORGANIZATION_ID = "organization-id";

  /** The message of an entry; empty where it is nobody's business outside. */
  public static Optional<StreamMessage> of(Entry entry, StreamTopics topics) {
    return topics
        .of(entry.event())
        .map(topic -> new StreamMessage(topic, key(entry), headers(entry), value(entry)));
  }

  /** An award belongs to its bid, a price to its area; anything else to itself. */
  private static String key(Entry entry) {
    JsonObject payload = entry.event().payload();
    return payload.getString("bidId", payload.getString("area", entry.aggregateId().toString()));
  }

  private static Map<String, String> headers(Entry entry) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(EVENT_ID, entry.event().eventId().toString());
    headers.put(EVENT_TYPE, entry.event().type());
    OrganizationId organization = entry.event().organization();
    if (organization != null) {
      headers.put(ORGANIZATION_ID, organization.value().toString());
    }
    return headers;
  }

  private static String value(Entry entry) {
    LoggedEvent event = entry.event();
    JsonObjectBuilder value =
        Json.createObjectBuilder()
            .add("eventId", event.eventId().toString())
            .add("type", event.type());
    OrganizationId organization = event.organization();
    if (organization == null) {
      value.addNull("organizationId");
    } else {
      value.add("organizationId", organization.value().toString());
    }
    return value
        .add("aggregateType", entry.aggregateType())
        .add("aggregateId", entry.aggregateId().toString())
        .add("aggregateVersion", entry.aggregateVersion())
        .add("channel", event.channel())
        .add("sequence", event.sequence())
        .add("at", event.at().toString())
        .add("payload", event.payload())
        .build()
        .toString();
  }
}
