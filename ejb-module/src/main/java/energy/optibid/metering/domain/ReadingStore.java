package energy.optibid.metering.domain;

import energy.optibid.metering.MeterReading;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where readings are kept; works in the caller's transaction. */
public interface ReadingStore {
  /** Readings of blocks that start in [from, to), by time. */
  List<MeterReading> between(UUID assetId, @Nullable UUID exchangeId, Instant from, Instant to);

  /**
   * Adds readings of blocks that have none.
   *
   * @return how many were added
   */
  int add(List<Row> rows, Instant recordedAt);

  /**
   * Adds readings; those of blocks that have one become its next revision. No two are of one block.
   *
   * @return the revision of each
   */
  List<Integer> put(List<Row> rows, Instant recordedAt);

  /** A reading to be kept. */
  record Row(
      OrganizationId owner,
      UUID assetId,
      @Nullable UUID exchangeId,
      Instant startsAt,
      int durationMinutes,
      BigDecimal injectionMwh,
      ReadingQuality quality) {}
}
