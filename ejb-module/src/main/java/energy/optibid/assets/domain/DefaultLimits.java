package energy.optibid.assets.domain;

import energy.optibid.assets.AssetType;
import energy.optibid.assets.HydroScheme;
import energy.optibid.assets.TechnicalLimits;
import java.math.BigDecimal;

/**
 * The limits of an asset for which nobody stated any. They invent no restriction: plants run at any
 * power, change it within a minute and start for nothing; everything is in service. A battery must
 * hold some energy, so it holds two hours of its power and loses 15 % on the way round.
 */
public final class DefaultLimits {
  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal BATTERY_HOURS = BigDecimal.valueOf(2);
  private static final BigDecimal DAY_HOURS = BigDecimal.valueOf(24);

  /** The square root of 0.85, to four decimals. */
  private static final BigDecimal ONE_WAY = new BigDecimal("0.9220");

  private DefaultLimits() {}

  public static TechnicalLimits of(AssetType type, BigDecimal injection, BigDecimal withdrawal) {
    BigDecimal most = injection.max(withdrawal);
    return switch (type) {
      case SOLAR -> new TechnicalLimits.Solar(injection, injection);
      case WIND -> new TechnicalLimits.Wind(injection, injection);
      case THERMAL ->
          new TechnicalLimits.Thermal(
              ZERO, most, most, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);
      case NUCLEAR -> new TechnicalLimits.Nuclear(ZERO, most, most, ZERO);
      case HYDRO -> hydro(injection, withdrawal);
      case BATTERY ->
          new TechnicalLimits.Battery(
              most.multiply(BATTERY_HOURS), ONE_WAY, ONE_WAY, ZERO, ONE, HALF, null, ZERO);
      case LOAD -> new TechnicalLimits.Load(ZERO, ZERO, withdrawal);
    };
  }

  /** Water for a day at full power, half of it there, and no inflow. */
  private static TechnicalLimits hydro(BigDecimal injection, BigDecimal withdrawal) {
    boolean pumps = withdrawal.signum() > 0;
    BigDecimal full = injection.max(withdrawal).multiply(DAY_HOURS);
    return new TechnicalLimits.Hydro(
        pumps ? HydroScheme.PUMPED : HydroScheme.RESERVOIR,
        full,
        ZERO,
        pumps ? full.multiply(HALF) : full,
        ZERO,
        ONE,
        pumps ? ONE : null);
  }
}
