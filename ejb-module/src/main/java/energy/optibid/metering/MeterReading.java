package energy.optibid.metering;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an asset's meter counted in one block.
 *
 * @param exchangeId the simulated exchange on whose day it was read; null for a real meter
 * @param startsAt start of the block
 * @param injectionMwh energy given to the grid; energy taken from it is negative
 * @param revision 1, and one more with each correction
 * @param recordedAt when this revision came, by the wall clock
 */
public record MeterReading(
    UUID assetId,
    @Nullable UUID exchangeId,
    OffsetDateTime startsAt,
    int durationMinutes,
    BigDecimal injectionMwh,
    ReadingQuality quality,
    int revision,
    OffsetDateTime recordedAt) {}
