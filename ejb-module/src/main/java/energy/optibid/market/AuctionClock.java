package energy.optibid.market;

import java.util.Locale;

/** Which time decides whether an auction's gate is open. */
public enum AuctionClock {
  /** The real time. */
  WALL,
  /** A simulated exchange's time, faster than the real one. */
  ACCELERATED,
  /** A past day's own time, standing before the gate until somebody runs the auction. */
  REPLAY;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
