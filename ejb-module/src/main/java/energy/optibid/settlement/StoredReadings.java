package energy.optibid.settlement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * That an asset's delivery day has meter readings.
 *
 * @param day in the time zone of the asset's market
 * @param blocks how many blocks of the day have a reading
 * @param estimated how many of those are estimated
 * @param revision the highest of any block
 * @param recordedAt when the last of them came, by the wall clock
 */
public record StoredReadings(
    UUID assetId,
    String assetName,
    LocalDate day,
    int blocks,
    int estimated,
    int revision,
    OffsetDateTime recordedAt) {}
