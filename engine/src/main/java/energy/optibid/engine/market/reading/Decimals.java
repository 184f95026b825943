package energy.optibid.engine.market.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Decimal numbers as these files write them: ASCII digits, a point, at most a small exponent. */
public final class Decimals {
  private static final Pattern FORM =
      Pattern.compile("-?[0-9]{1,7}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?");

  /** Anything from here on is no price or quantity of a market, and sums of it might overflow. */
  private static final BigDecimal HUGE = new BigDecimal("1e7");

  private static final int MOST_CHARACTERS = 12;
  private static final int MOST_WHOLE_DIGITS = 7;

  private Decimals() {}

  /** The number, or empty when the text is none. */
  public static Optional<BigDecimal> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    return number.abs().compareTo(HUGE) < 0 ? Optional.of(number) : Optional.empty();
  }

  /**
   * The quick way for nearly every field: the number times 10^scale when it is short, has no
   * exponent and no more decimals than that. Empty says nothing about the text; ask {@link #parse}.
   */
  public static OptionalLong scaled(String text, int scale) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    int point = -1;
    long value = 0;
    if (at == length || length > MOST_CHARACTERS) {
      return OptionalLong.empty();
    }
    for (int i = at; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > at && i < length - 1) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else {
        return OptionalLong.empty();
      }
    }
    int decimals = point < 0 ? 0 : length - 1 - point;
    int wholeDigits = (point < 0 ? length : point) - at;
    if (decimals > scale || wholeDigits > MOST_WHOLE_DIGITS) {
      return OptionalLong.empty();
    }
    for (int i = decimals; i < scale; i++) {
      value *= 10;
    }
    return OptionalLong.of(at == 0 ? value : -value);
  }
}
