package energy.optibid.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an asset was from its schedule on a delivery day. Energy is injection-positive: what is
 * withdrawn is negative. The schedule is the sum of the asset's awards over every market of the
 * exchange.
 */
public record AssetDeviation(
    UUID assetId, UUID exchangeId, LocalDate day, Basis basis, Totals totals, List<Block> blocks) {
  public AssetDeviation {
    blocks = List.copyOf(blocks);
  }

  /**
   * What the percentage is of (Indian DSM regulations 2024; wind and sun as they stood up to
   * 2026-03-31).
   */
  public enum Basis {
    /**
     * The scheduled energy. Of a consumer it is the scheduled drawal, so that more drawn is
     * positive.
     */
    SCHEDULE,
    /** The energy that the capacity in service gives in a block. */
    AVAILABLE_CAPACITY
  }

  /**
   * Sums over the day.
   *
   * @param scheduledInjectionMwh of every block
   * @param meteredInjectionMwh of the blocks that have a reading
   * @param deviationMwh of the blocks that have a reading
   * @param absoluteDeviationMwh the same with every deviation counted as positive
   * @param meteredBlocks how many blocks have a reading
   */
  public record Totals(
      BigDecimal scheduledInjectionMwh,
      BigDecimal meteredInjectionMwh,
      BigDecimal deviationMwh,
      BigDecimal absoluteDeviationMwh,
      int meteredBlocks) {}

  /**
   * One block.
   *
   * @param meteredInjectionMwh null before the meter is read
   * @param deviationMwh metered less scheduled, exact; null before the meter is read
   * @param deviationPercent of the basis, rounded half-even to 0.01; null where the basis is zero
   */
  public record Block(
      int block,
      OffsetDateTime startsAt,
      BigDecimal scheduledInjectionMwh,
      @Nullable BigDecimal meteredInjectionMwh,
      @Nullable BigDecimal deviationMwh,
      @Nullable BigDecimal deviationPercent,
      @Nullable ReadingQuality quality) {}
}
