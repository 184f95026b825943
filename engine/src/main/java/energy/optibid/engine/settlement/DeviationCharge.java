package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.BandRates;
import energy.optibid.engine.rules.DeviationRules;
import energy.optibid.engine.rules.DeviationRules.Scheme;
import energy.optibid.engine.rules.FrequencyRate;
import energy.optibid.engine.rules.ZeroScheduleRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deviation and its charge in one block (CERC Deviation Settlement Mechanism Regulations 2024). The
 * deviation is cut at the band limits in energy, and each part is a line: part × reference rate ×
 * the band's percentage. The percentage of the basis is D% = 100·(A−S)/|S|; of sun and wind it is
 * of X·AvC + (1−X)·S, where X is 100 % up to 2026-03-31.
 */
final class DeviationCharge {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HOUR_MINUTES = BigDecimal.valueOf(60);
  private static final int ENERGY_DECIMALS = 9; // exact for quarters of an hour in whole kilowatts
  private static final int PERCENT_DECIMALS = 2;
  private static final List<String> BANDS = List.of("band-1", "band-2", "beyond");

  private final DeviationRules rules;
  private final SettlementTerms terms;
  private final Scheme scheme;
  private final int minutes;

  DeviationCharge(DeviationRules rules, SettlementTerms terms) {
    this.rules = rules;
    this.terms = terms;
    this.minutes = DeviationBands.minutes(rules);
    this.scheme = DeviationBands.scheme(rules, terms);
  }

  /** A deviation with the lines that price it, or with what is missing to price it. */
  record Priced(
      BlockDeviation deviation, List<StatementLine> lines, @Nullable MissingInput missing) {}

  /**
   * Prices the deviation of a block whose meter is read.
   *
   * @param actual what the meter counted, injection-positive MWh
   */
  Priced price(BlockInput input, BigDecimal actual) {
    BigDecimal scheduled = input.scheduledMwh();
    BigDecimal deviation = actual.subtract(scheduled);
    BigDecimal basis = basis(scheduled);
    List<BigDecimal> parts = parts(deviation.abs(), basis);
    BigDecimal rate = referenceRate(input);
    BlockDeviation found =
        new BlockDeviation(
            input.block(),
            scheduled,
            actual,
            deviation,
            basis,
            basis.signum() == 0
                ? null
                : deviation
                    .multiply(HUNDRED)
                    .divide(basis.abs(), PERCENT_DECIMALS, RoundingMode.HALF_EVEN),
            outermost(parts),
            rate,
            input.frequencyHz());
    if (deviation.signum() == 0) {
      return new Priced(found, List.of(), null);
    }
    if (rate == null) {
      return new Priced(found, List.of(), MissingInput.NORMAL_RATE);
    }
    BandRates rates = deviation.signum() > 0 ? scheme.above() : scheme.below();
    BigDecimal frequency = input.frequencyHz();
    if (frequency == null && !rates.isConstant()) {
      return new Priced(found, List.of(), MissingInput.FREQUENCY);
    }
    return new Priced(
        found, lines(input.block(), deviation.signum(), parts, rates, rate, frequency), null);
  }

  private List<StatementLine> lines(
      int block,
      int sign,
      List<BigDecimal> parts,
      BandRates rates,
      BigDecimal rate,
      @Nullable BigDecimal frequency) {
    List<StatementLine> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal quantity = sign > 0 ? parts.get(i) : parts.get(i).negate();
      if (quantity.signum() == 0) {
        continue;
      }
      FrequencyRate curve = rates.band(i + 1);
      BigDecimal percent = curve.percent(frequency == null ? BigDecimal.ZERO : frequency);
      lines.add(
          new StatementLine(
              block,
              sign > 0 ? LineKind.DEVIATION_ABOVE : LineKind.DEVIATION_BELOW,
              BANDS.get(i),
              quantity,
              rate,
              percent,
              rounded(quantity.multiply(rate).multiply(percent).movePointLeft(2))));
    }
    return lines;
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(rules.currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
  }

  private @Nullable BigDecimal referenceRate(BlockInput input) {
    if (terms.participant().isRenewable() && terms.contractRate() != null) {
      return terms.contractRate();
    }
    return NormalRate.of(input.normalRate(), rules.normalRateFallback(), rules.normalRateTick())
        .orElse(null);
  }

  /** What the percentage is of, in MWh. */
  private BigDecimal basis(BigDecimal scheduled) {
    return switch (terms.participant()) {
      case GENERAL_SELLER, STORAGE, BUYER -> scheduled.abs();
      case SOLAR -> mixed(rules.solarCapacityShare(), scheduled);
      case WIND -> mixed(rules.windCapacityShare(), scheduled);
    };
  }

  private BigDecimal mixed(BigDecimal sharePercent, BigDecimal scheduled) {
    BigDecimal available =
        terms
            .availableCapacityMw()
            .multiply(BigDecimal.valueOf(minutes))
            .divide(HOUR_MINUTES, ENERGY_DECIMALS, RoundingMode.HALF_EVEN);
    return available
        .multiply(sharePercent)
        .add(scheduled.multiply(HUNDRED.subtract(sharePercent)))
        .movePointLeft(2);
  }

  /** The energy of a deviation within the first limit, within the second and beyond. */
  private List<BigDecimal> parts(BigDecimal energy, BigDecimal basis) {
    if (basis.signum() == 0) {
      return rules.zeroSchedule() == ZeroScheduleRule.FIRST_BAND
          ? List.of(energy, BigDecimal.ZERO, BigDecimal.ZERO)
          : List.of(BigDecimal.ZERO, BigDecimal.ZERO, energy);
    }
    BigDecimal first = scheme.first().mwh(basis, minutes);
    BigDecimal second = scheme.second().mwh(basis, minutes).max(first);
    BigDecimal inFirst = energy.min(first);
    BigDecimal inSecond = energy.min(second).subtract(inFirst);
    return List.of(inFirst, inSecond, energy.subtract(inFirst).subtract(inSecond));
  }

  private static int outermost(List<BigDecimal> parts) {
    for (int band = parts.size(); band > 0; band--) {
      if (parts.get(band - 1).signum() != 0) {
        return band;
      }
    }
    return 0;
  }
}
