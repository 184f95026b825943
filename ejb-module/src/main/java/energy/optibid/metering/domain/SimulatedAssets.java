package energy.optibid.metering.domain;

import energy.optibid.assets.Asset;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.engine.simulation.MeteredAsset;
import energy.optibid.engine.simulation.SyntheticMeters;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Assets as the simulation of meters wants them. How well plants follow their schedule and how
 * often they trip are assumptions by type, stated here.
 */
public final class SimulatedAssets {
  private static final double THERMAL_ERROR = 0.006;
  private static final double THERMAL_TRIPS = 0.02;
  private static final double NUCLEAR_ERROR = 0.003;
  private static final double NUCLEAR_TRIPS = 0.005;
  private static final double HYDRO_ERROR = 0.004;
  private static final double HYDRO_TRIPS = 0.005;
  private static final double BATTERY_ERROR = 0.002;
  private static final double BATTERY_TRIPS = 0.003;

  private SimulatedAssets() {}

  public static MeteredAsset of(Asset asset, Duration block) {
    long key = asset.id().getMostSignificantBits() * 31 + asset.id().getLeastSignificantBits();
    Power injection = power(asset.maxInjectionMw());
    Power withdrawal = power(asset.maxWithdrawalMw());
    TechnicalLimits limits = asset.limits();
    if (limits instanceof TechnicalLimits.Solar park) {
      Power available = power(park.availableCapacityMw());
      return new MeteredAsset.Renewable(
          key, asset.areaCode(), MeteredAsset.Source.SUN, available, injection);
    }
    if (limits instanceof TechnicalLimits.Wind farm) {
      Power available = power(farm.availableCapacityMw());
      return new MeteredAsset.Renewable(
          key, asset.areaCode(), MeteredAsset.Source.WIND, available, injection);
    }
    if (limits instanceof TechnicalLimits.Thermal unit) {
      return new MeteredAsset.Dispatchable(
          key,
          injection,
          power(unit.minimumStableMw()),
          SyntheticMeters.rampPerBlock(power(unit.rampUpMwPerMinute()), block),
          SyntheticMeters.rampPerBlock(power(unit.rampDownMwPerMinute()), block),
          THERMAL_ERROR,
          THERMAL_TRIPS);
    }
    if (limits instanceof TechnicalLimits.Nuclear unit) {
      return new MeteredAsset.Dispatchable(
          key,
          injection,
          power(unit.minimumStableMw()),
          SyntheticMeters.rampPerBlock(power(unit.rampUpMwPerMinute()), block),
          SyntheticMeters.rampPerBlock(power(unit.rampDownMwPerMinute()), block),
          NUCLEAR_ERROR,
          NUCLEAR_TRIPS);
    }
    if (limits instanceof TechnicalLimits.Hydro plant) {
      BigDecimal pumping = plant.pumpingEfficiency();
      return new MeteredAsset.Storage(
          key,
          injection,
          withdrawal,
          plant.minimumReservoirMwh().doubleValue(),
          plant.reservoirMwh().doubleValue(),
          plant.initialReservoirMwh().doubleValue(),
          plant.inflowMw().doubleValue(),
          pumping == null ? 1 : pumping.doubleValue(),
          plant.generatingEfficiency().doubleValue(),
          HYDRO_ERROR,
          HYDRO_TRIPS);
    }
    if (limits instanceof TechnicalLimits.Battery battery) {
      double capacity = battery.energyCapacityMwh().doubleValue();
      return new MeteredAsset.Storage(
          key,
          injection,
          withdrawal,
          capacity * battery.minimumStateOfCharge().doubleValue(),
          capacity * battery.maximumStateOfCharge().doubleValue(),
          capacity * battery.initialStateOfCharge().doubleValue(),
          0,
          battery.chargeEfficiency().doubleValue(),
          battery.dischargeEfficiency().doubleValue(),
          BATTERY_ERROR,
          BATTERY_TRIPS);
    }
    TechnicalLimits.Load consumer = (TechnicalLimits.Load) limits;
    return new MeteredAsset.Consumer(
        key, asset.areaCode(), power(consumer.minimumLoadMw()), power(consumer.contractDemandMw()));
  }

  /** To the whole kilowatt, which is as exact as powers are written. */
  private static Power power(BigDecimal megawatts) {
    return Power.ofMegawatts(megawatts.setScale(Power.SCALE, RoundingMode.HALF_EVEN));
  }
}
