package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.DeviationRules;
import energy.optibid.engine.rules.DeviationRules.Scheme;
import energy.optibid.engine.rules.ZeroScheduleRule;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the bands of a participant's deviation end (CERC Deviation Settlement Mechanism Regulations
 * 2024).
 */
public final class DeviationBands {
  /** The number of the first band, as in {@link BlockDeviation#band}. */
  public static final int FIRST = 1;

  private DeviationBands() {}

  /**
   * How many MWh of a block's deviation, in either direction, lie within the first band.
   *
   * @param basisMwh what the percentage is of; its sign does not matter
   * @return empty where the basis is zero and the pack counts every deviation to the first band
   */
  public static Optional<BigDecimal> firstLimitMwh(
      DeviationRules rules, SettlementTerms terms, BigDecimal basisMwh) {
    if (basisMwh.signum() == 0) {
      return rules.zeroSchedule() == ZeroScheduleRule.FIRST_BAND
          ? Optional.empty()
          : Optional.of(BigDecimal.ZERO);
    }
    return Optional.of(scheme(rules, terms).first().mwh(basisMwh, minutes(rules)));
  }

  static Scheme scheme(DeviationRules rules, SettlementTerms terms) {
    return switch (terms.participant()) {
      case GENERAL_SELLER, STORAGE -> rules.generalSeller();
      case SOLAR -> rules.solar();
      case WIND -> rules.wind();
      case BUYER -> Objects.requireNonNull(rules.buyers().get(terms.buyerClass()));
    };
  }

  static int minutes(DeviationRules rules) {
    return Math.toIntExact(rules.day().blockDuration().toMinutes());
  }
}
