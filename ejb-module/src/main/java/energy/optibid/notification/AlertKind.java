package energy.optibid.notification;

import java.util.Locale;

/** What people are told of: by rules of their own, or all of them. */
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
  DEVIATION_BAND,
  /** Trading was stopped or let go on: told to every member at once, whatever their rules. */
  TRADING_STOP,
  /** An asset has no bid at a gate, and by policy or for its faults none was sent. */
  NO_BID;

  /** Whether it is told to every member, and not by anybody's rule. */
  public boolean isForEverybody() {
    return switch (this) {
      case TRADING_STOP, NO_BID -> true;
      case PRICE, GATE_CLOSING, BID_REJECTED, LIMIT_USED, DEVIATION_BAND -> false;
    };
  }

  /** Name in tables and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlertKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
