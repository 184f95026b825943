package energy.optibid.assets;

import java.util.Locale;

/** What an asset is, by its technology. */
public enum AssetType {
  SOLAR,
  WIND,
  THERMAL,
  HYDRO,
  NUCLEAR,
  BATTERY,
  LOAD;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
