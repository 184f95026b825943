package energy.optibid.metering.domain;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.AssetDeviation;
import energy.optibid.metering.AssetDeviation.Basis;
import energy.optibid.metering.AssetDeviation.Block;
import energy.optibid.metering.AssetDeviation.Totals;
import energy.optibid.metering.MeterReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deviation of an asset: metered less scheduled energy, and that as D% = 100·(A−S)/basis of the
 * Indian deviation settlement (2024). The basis is the schedule; of wind and sun it is the capacity
 * in service, as up to 2026-03-31. A store's and a plant's percentage is of |S|,
 * injection-positive; a consumer's is of the drawal, which both have the same sign here.
 */
public final class DeviationSums {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HOUR_MINUTES = BigDecimal.valueOf(60);
  private static final int PERCENT_DECIMALS = 2;

  private DeviationSums() {}

  public static AssetDeviation of(
      Asset asset,
      UUID exchangeId,
      DeliveryDay day,
      Schedules schedules,
      List<MeterReading> readings) {
    Map<Instant, MeterReading> byStart =
        readings.stream()
            .collect(Collectors.toMap(r -> r.startsAt().toInstant(), Function.identity()));
    BigDecimal available = availableMwh(asset, day);
    List<Block> blocks = new ArrayList<>();
    List<DeliveryBlock> all = day.blocks();
    for (int i = 0; i < all.size(); i++) {
      Instant start = all.get(i).start();
      BigDecimal scheduled = schedules.injectionMwh(asset.id(), start);
      BigDecimal basis = available == null ? basis(asset, scheduled) : available;
      blocks.add(block(i + 1, start, day, scheduled, byStart.get(start), basis));
    }
    return new AssetDeviation(
        asset.id(),
        exchangeId,
        day.date(),
        available == null ? Basis.SCHEDULE : Basis.AVAILABLE_CAPACITY,
        totals(blocks),
        blocks);
  }

  private static Block block(
      int number,
      Instant start,
      DeliveryDay day,
      BigDecimal scheduled,
      @Nullable MeterReading reading,
      BigDecimal basis) {
    OffsetDateTime startsAt = start.atZone(day.zone()).toOffsetDateTime();
    if (reading == null) {
      return new Block(number, startsAt, scheduled, null, null, null, null);
    }
    BigDecimal deviation = reading.injectionMwh().subtract(scheduled);
    return new Block(
        number,
        startsAt,
        scheduled,
        reading.injectionMwh(),
        deviation,
        basis.signum() == 0
            ? null
            : deviation.multiply(HUNDRED).divide(basis, PERCENT_DECIMALS, RoundingMode.HALF_EVEN),
        reading.quality());
  }

  private static BigDecimal basis(Asset asset, BigDecimal scheduled) {
    return asset.type() == AssetType.LOAD ? scheduled : scheduled.abs();
  }

  private static @Nullable BigDecimal availableMwh(Asset asset, DeliveryDay day) {
    BigDecimal megawatts = null;
    if (asset.limits() instanceof TechnicalLimits.Solar park) {
      megawatts = park.availableCapacityMw();
    } else if (asset.limits() instanceof TechnicalLimits.Wind farm) {
      megawatts = farm.availableCapacityMw();
    }
    return megawatts == null
        ? null
        : megawatts
            .multiply(BigDecimal.valueOf(day.blockDuration().toMinutes()))
            .divide(HOUR_MINUTES, 9, RoundingMode.HALF_EVEN);
  }

  private static Totals totals(List<Block> blocks) {
    BigDecimal scheduled = BigDecimal.ZERO;
    BigDecimal metered = BigDecimal.ZERO;
    BigDecimal deviation = BigDecimal.ZERO;
    BigDecimal absolute = BigDecimal.ZERO;
    int read = 0;
    for (Block block : blocks) {
      scheduled = scheduled.add(block.scheduledInjectionMwh());
      BigDecimal counted = block.meteredInjectionMwh();
      BigDecimal off = block.deviationMwh();
      if (counted != null && off != null) {
        metered = metered.add(counted);
        deviation = deviation.add(off);
        absolute = absolute.add(off.abs());
        read++;
      }
    }
    return new Totals(scheduled, metered, deviation, absolute, read);
  }
}
