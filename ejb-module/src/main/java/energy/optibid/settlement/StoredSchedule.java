package energy.optibid.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an asset's delivery day has an implemented schedule, and whose.
 *
 * @param revision the latest, which is the one that counts
 * @param source what the importer called it
 * @param recordedAt when this revision came, by the wall clock
 * @param recordedByName null for a person who is gone
 */
public record StoredSchedule(
    UUID assetId,
    String assetName,
    LocalDate day,
    int revision,
    String source,
    OffsetDateTime recordedAt,
    UUID recordedBy,
    @Nullable String recordedByName) {}
