package energy.optibid.notification;

import java.util.Locale;

/** What a rule waits for. */
public enum AlertKind {
  /** A price of an area is published above or below a threshold. */
  PRICE,
  /** A gate closes soon and the organisation has no submitted bid in the auction. */
  GATE_CLOSING,
  /** A bid was refused, or an auction accepted nothing of it. */
  BID_REJECTED,
  /** So many percent of a risk limit are used. */
  LIMIT_USED,
  /** An asset left its deviation band. */
  DEVIATION_BAND;

  /** Name in tables and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlertKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
