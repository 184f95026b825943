package energy.optibid.engine.market.omie;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one line or column of a price file says, by its label.
 *
 * @param kind price, energy bought or energy sold; null where it is none we keep
 * @param area ES or PT
 * @param shift how far the decimal point moves right to make it EUR/MWh or MW
 */
record Figure(@Nullable Kind kind, String area, int shift) {
  /** What is kept of a price file. */
  enum Kind {
    PRICE,
    BOUGHT,
    SOLD
  }

  static final String SPAIN = "ES";
  static final String PORTUGAL = "PT";

  private static final int CENT_PER_KILOWATT_HOUR = 1; // 1 cent/kWh is 10 EUR/MWh
  private static final Pattern PRICE =
      Pattern.compile(
          "precio marginal(?: en el sistema (?:(espa.ol)|(portugu.s)))? \\((cent/kwh|eur/mwh)\\)");
  private static final Pattern VOLUME =
      Pattern.compile(
          "(?:energ.a|potencia) total de (?:(compra)|venta)(?: en el)? sistema"
              + " (?:espa.ol|(portugu.s)) \\(mwh?\\)");
  // Demand, bilateral contracts, exchanges and totals: known, and not an area's trade.
  private static final Pattern OTHER_VOLUME = Pattern.compile("[^(]+\\(?mwh?\\)");

  /** The figure of that label, or null for a label that no file of prices has. */
  static @Nullable Figure of(String label) {
    String text = label.strip().toLowerCase(Locale.ROOT);
    Matcher price = PRICE.matcher(text);
    if (price.matches()) {
      return new Figure(
          Kind.PRICE,
          price.group(2) == null ? SPAIN : PORTUGAL,
          price.group(3).equals("cent/kwh") ? CENT_PER_KILOWATT_HOUR : 0);
    }
    Matcher volume = VOLUME.matcher(text);
    if (volume.matches()) {
      return new Figure(
          volume.group(1) == null ? Kind.SOLD : Kind.BOUGHT,
          volume.group(2) == null ? SPAIN : PORTUGAL,
          0);
    }
    return OTHER_VOLUME.matcher(text).matches() ? new Figure(null, "", 0) : null;
  }
}
