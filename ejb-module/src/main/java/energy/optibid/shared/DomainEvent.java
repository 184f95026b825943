package energy.optibid.shared;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate, for whoever follows the channel.
 *
 * @param channel stream it belongs to, for example {@code bids} or {@code auctions.gme-mgp}
 * @param organization who may see it; null for the whole platform
 * @param aggregateVersion rises with each change of the aggregate and orders its events
 * @param type for example {@code bid.submitted}
 */
public record DomainEvent(
    String channel,
    @Nullable OrganizationId organization,
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    String type,
    JsonObject payload) {}
