package energy.optibid.assets;

import java.util.Locale;

/** What a thermal unit burns. */
public enum Fuel {
  DOMESTIC_COAL,
  IMPORTED_COAL,
  DOMESTIC_GAS,
  /** Regasified imported liquefied natural gas, or naphtha. */
  IMPORTED_GAS,
  OTHER;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
