package energy.optibid.outbox;

import energy.optibid.shared.OrganizationId;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer gets it.
 *
 * @param eventId the same at every delivery
 * @param organization whose it is; null for the whole platform
 * @param aggregateVersion orders the events of one aggregate
 * @param at when the change was made
 * @param actor who made it; null for the platform itself, and for changes from before this was kept
 */
public record ConsumedEvent(
    UUID eventId,
    @Nullable OrganizationId organization,
    String channel,
    String type,
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    Instant at,
    @Nullable UUID actor,
    JsonObject payload) {}
