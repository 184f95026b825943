package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.RuleParameter;
import java.util.ArrayList;
import java.util.List;

/** Which parameters of a pack priced a participant's deviation. */
public final class DeviationParameters {
  private DeviationParameters() {}

  /**
   * The parameters, bands and basis first, then the rates.
   *
   * @param above whether more was injected than scheduled
   */
  public static List<RuleParameter> of(Participant participant, boolean above) {
    List<RuleParameter> used = new ArrayList<>();
    switch (participant) {
      case GENERAL_SELLER, STORAGE -> {
        used.add(RuleParameter.GENERAL_SELLER_FIRST_LIMIT);
        used.add(RuleParameter.GENERAL_SELLER_SECOND_LIMIT);
        used.add(
            above
                ? RuleParameter.GENERAL_SELLER_OVER_INJECTION
                : RuleParameter.GENERAL_SELLER_UNDER_INJECTION);
      }
      case SOLAR -> {
        used.add(RuleParameter.SOLAR_CAPACITY_SHARE);
        used.add(RuleParameter.SOLAR_FIRST_LIMIT);
        used.add(RuleParameter.SOLAR_SECOND_LIMIT);
        used.add(renewable(above));
      }
      case WIND -> {
        used.add(RuleParameter.WIND_CAPACITY_SHARE);
        used.add(RuleParameter.WIND_FIRST_LIMIT);
        used.add(RuleParameter.WIND_SECOND_LIMIT);
        used.add(renewable(above));
      }
      case BUYER -> {
        used.add(RuleParameter.BUYER_FIRST_LIMIT);
        used.add(RuleParameter.BUYER_SECOND_LIMIT);
        used.add(above ? RuleParameter.BUYER_UNDER_DRAWAL : RuleParameter.BUYER_OVER_DRAWAL);
      }
    }
    used.add(RuleParameter.ZERO_SCHEDULE_RULE);
    used.add(RuleParameter.NORMAL_RATE_FALLBACK);
    used.add(RuleParameter.NORMAL_RATE_TICK);
    return List.copyOf(used);
  }

  private static RuleParameter renewable(boolean above) {
    return above ? RuleParameter.RENEWABLE_OVER_INJECTION : RuleParameter.RENEWABLE_UNDER_INJECTION;
  }
}
