package energy.optibid.activity.adapter;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the table: one row per event about a bid. */
@ApplicationScoped
public class BidActivityProjection implements EventConsumer {

  private final TenantConnections connections;

  @Inject
  public BidActivityProjection(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public String name() {
    return "bid-activity";
  }

  @Override
  public Set<String> events() {
    return Set.of("bid.*", "award.published", "standing.refused");
  }

  @Override
  public ConsumerQueue queue() {
    return ConsumerQueue.PROJECTIONS;
  }

  @Override
  public boolean wantsHistory() {
    return true;
  }

  @Override
  public void consume(ConsumedEvent event) {
    OrganizationId organization = event.organization();
    JsonObject payload = event.payload();
    UUID auction = uuid(payload, "auctionId");
    if (organization == null || auction == null) {
      throw new IllegalArgumentException(
          "an event of a bid names its organisation and its auctionId: " + event.eventId());
    }
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into bid_activity (event_id, organization_id, at, type, actor,
                      auction_id, bid_id, asset_id, version_number, awarded_mwh, amount, currency,
                      reason)
                    values (?, ?, ?, ?, ?::uuid, ?, ?::uuid, ?::uuid, ?::integer, ?::numeric,
                      ?::numeric, ?::text, ?::text)""",
                    event.eventId(),
                    organization.value(),
                    Timestamp.from(event.at()),
                    event.type(),
                    event.actor(),
                    auction,
                    uuid(payload, "bidId"),
                    uuid(payload, "assetId"),
                    number(payload, "versionNumber"),
                    number(payload, "awardedMwh"),
                    number(payload, "amount"),
                    text(payload, "currency"),
                    text(payload, "reason")));
  }

  private static @Nullable String text(JsonObject payload, String name) {
    return payload.get(name) instanceof JsonString value ? value.getString() : null;
  }

  private static @Nullable UUID uuid(JsonObject payload, String name) {
    String value = text(payload, name);
    return value == null ? null : UUID.fromString(value);
  }

  private static @Nullable BigDecimal number(JsonObject payload, String name) {
    return payload.get(name) instanceof JsonNumber value ? value.bigDecimalValue() : null;
  }
}
