package energy.optibid.metering;

import java.util.UUID;

/**
 * What became of readings that were handed in.
 *
 * @param added of blocks that had none
 * @param replaced of blocks that had one; their revision has risen
 */
public record RecordedReadings(UUID assetId, int added, int replaced) {}
