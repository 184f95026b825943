package energy.optibid.engine.market.omie;

import energy.optibid.engine.market.reading.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as these files write them: a decimal comma, points between thousands, blanks around. */
final class IberianNumbers {
  private static final Pattern FORM =
      Pattern.compile("-?([0-9]{1,7}|[0-9]{1,3}(\\.[0-9]{3})+)(,[0-9]{1,6})?");

  private IberianNumbers() {}

  /** The number with the decimals it is written with, or empty when the text is none. */
  static Optional<BigDecimal> parse(String text) {
    String number = text.strip();
    return FORM.matcher(number).matches()
        ? Decimals.parse(number.replace(".", "").replace(',', '.'))
        : Optional.empty();
  }
}
