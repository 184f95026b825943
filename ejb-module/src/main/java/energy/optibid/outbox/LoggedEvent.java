package energy.optibid.outbox;

import energy.optibid.shared.OrganizationId;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with its durable place in the stream of its organisation and channel.
 *
 * @param sequence 1, 2, 3 … without gaps within (organisation, channel)
 * @param eventId the same at every delivery, so that consumers can recognise a repetition
 * @param organization who may see it; null for the whole platform
 * @param at when the change was made
 */
public record LoggedEvent(
    long sequence,
    UUID eventId,
    @Nullable OrganizationId organization,
    String channel,
    String type,
    Instant at,
    JsonObject payload) {}
