package energy.optibid.engine.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands behind a sale, where a market does not take sales of every kind. */
public enum SellerTechnology {
  SOLAR,
  WIND,
  HYDRO,
  /** Gas plant on imported regasified liquefied natural gas or naphtha. */
  IMPORTED_GAS,
  IMPORTED_COAL,
  BATTERY_STORAGE;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The technology of that name, or empty. */
  public static Optional<SellerTechnology> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
