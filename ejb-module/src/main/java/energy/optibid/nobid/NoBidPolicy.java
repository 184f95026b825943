package energy.optibid.nobid;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens at each gate of a market of an exchange where an asset has no bid at the venue.
 *
 * @param templateId what is sent as the default; null for other actions
 * @param minutesBefore the gate, by the exchange's clock, at which it is decided
 * @param updatedBy in whose name it is submitted
 * @param version rises with every change; the entity tag
 */
public record NoBidPolicy(
    UUID exchangeId,
    String marketCode,
    UUID assetId,
    String assetName,
    NoBidAction action,
    @JsonbNillable @Nullable UUID templateId,
    int minutesBefore,
    UUID updatedBy,
    Instant updatedAt,
    long version) {}
