package energy.optibid.engine.settlement;

import java.util.Locale;

/** As what an asset's deviation is judged. */
public enum Participant {
  /** A plant whose percentage is of its schedule. */
  GENERAL_SELLER,
  /** Storage by itself: a general seller whose schedule may be negative. */
  STORAGE,
  /** Sun, or sun and wind behind one meter. */
  SOLAR,
  WIND,
  /** Somebody whose schedule is a drawal. */
  BUYER;

  /** The name used in the API and in storage. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the percentage is of available capacity, whole or in part. */
  public boolean isRenewable() {
    return this == SOLAR || this == WIND;
  }
}
