package energy.optibid.outbox;

import energy.optibid.shared.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer failed on in every attempt. What the event says is not told: it belongs
 * to its organisation.
 *
 * @param organization whose event it is; null for the whole platform
 * @param attempts how often the consumer failed
 * @param error what it failed with the last time
 * @param at when the change was made
 * @param failedSince when the consumer failed for the first time
 * @param diedAt when it was given up
 */
public record DeadLetter(
    UUID id,
    String consumer,
    UUID eventId,
    String eventType,
    String aggregateType,
    UUID aggregateId,
    long aggregateVersion,
    @Nullable OrganizationId organization,
    int attempts,
    String error,
    Instant at,
    Instant failedSince,
    Instant diedAt) {}
