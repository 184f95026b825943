package energy.optibid.engine.rules;

import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a band of deviation ends: a percentage of the basis or the energy of a power over the
 * block, whichever is smaller (CERC Deviation Settlement Mechanism Regulations 2024).
 *
 * @param power null where only the percentage limits
 */
public record VolumeLimit(BigDecimal percent, @Nullable Power power) {
  /**
   * @throws IllegalArgumentException if one of them is negative
   */
  public VolumeLimit {
    if (percent.signum() < 0 || (power != null && power.kilowatts() < 0)) {
      throw new IllegalArgumentException("a volume limit is not negative");
    }
  }

  /**
   * Reads {@code 10:100}: 10 % and 100 MW.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  static VolumeLimit parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("must be percent:MW");
    }
    return new VolumeLimit(
        RuleParameter.percent(text.substring(0, colon)),
        Power.ofMegawatts(text.substring(colon + 1)));
  }

  /**
   * The limit in MWh of a block.
   *
   * @param basisMwh what the percentage is of; its sign does not matter
   * @param minutes of the block; the power's energy is exact where they divide an hour into
   *     quarters
   */
  public BigDecimal mwh(BigDecimal basisMwh, int minutes) {
    BigDecimal share = basisMwh.abs().multiply(percent).movePointLeft(2);
    if (power == null) {
      return share;
    }
    BigDecimal most = power.during(Duration.ofMinutes(minutes)).toMegawattHours();
    return share.min(most);
  }
}
