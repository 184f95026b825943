package energy.optibid.engine.rules;

import java.util.EnumSet;

/** What a bidder must have on record before a market's operator counts his bids. */
public enum RequiredRegistration {
  /** Codes of the member or client and of the portfolio at the operator. */
  CLIENT_CODE,
  /** The state load despatch centre's standing clearance of the asset, with its quantum. */
  STANDING_CLEARANCE,
  /** Temporary general network access, with its quantum. */
  NETWORK_ACCESS,
  /** Money with the exchange that covers purchases. */
  MARGIN;

  /**
   * Reads names separated by one blank.
   *
   * @throws IllegalArgumentException when one is unknown or appears twice
   */
  public static EnumSet<RequiredRegistration> parse(String text) {
    EnumSet<RequiredRegistration> registrations = EnumSet.noneOf(RequiredRegistration.class);
    RuleParameter.codes(text)
        .forEach(
            code -> registrations.add(RuleParameter.constant(RequiredRegistration.class, code)));
    return registrations;
  }
}
