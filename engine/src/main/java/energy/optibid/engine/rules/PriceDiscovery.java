package energy.optibid.engine.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose algorithm finds an auction's prices; {@code priceSource} in files and in the API. */
public enum PriceDiscovery {
  /** The exchange's own, from its own book. */
  EXCHANGE,
  /** A market coupling operator's, from the books of several exchanges. */
  COUPLED;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source of that name, or empty. */
  public static Optional<PriceDiscovery> ofCode(String code) {
    return Arrays.stream(values()).filter(source -> source.code().equals(code)).findFirst();
  }
}
