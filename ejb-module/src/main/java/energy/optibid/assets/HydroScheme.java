package energy.optibid.assets;

import java.util.Locale;

/** What a hydro plant does with its water. */
public enum HydroScheme {
  /** Takes the river as it comes. */
  RUN_OF_RIVER,
  /** Keeps it for later. */
  RESERVOIR,
  /** Also brings it back up. */
  PUMPED;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
