package energy.optibid.book.domain;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every fault of an input while its values are taken out. */
final class InputFaults {
  /** kW, the smallest power the engine knows. */
  static final int POWER_DECIMALS = 3;

  private static final int MONEY_DECIMALS = 4;
  private static final int LONGEST_TEXT = 120;
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

  private final List<Fault> faults = new ArrayList<>();

  void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }

  /** The value, or null with a fault. */
  <T> @Nullable T required(String field, @Nullable T value, String message) {
    if (value == null) {
      add(field, "required", message);
    }
    return value;
  }

  String text(String field, @Nullable String text, String message) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.isEmpty()) {
      add(field, "required", message);
    } else if (stripped.length() > LONGEST_TEXT) {
      add(field, "too_long", "At most " + LONGEST_TEXT + " characters.");
    } else if (stripped.chars().anyMatch(Character::isISOControl)) {
      add(field, "invalid", "No control characters.");
    }
    return stripped;
  }

  @Nullable BigDecimal power(String field, @Nullable BigDecimal megawatts) {
    required(field, megawatts, "Give the power in MW.");
    if (megawatts != null) {
      number(field, megawatts, POWER_DECIMALS, "Power is a multiple of 0.001 MW.");
      if (megawatts.signum() < 0) {
        add(field, "negative", "Power is not negative: the side says which way it flows.");
      }
    }
    return megawatts;
  }

  @Nullable BigDecimal money(String field, @Nullable BigDecimal money, String message) {
    required(field, money, message);
    if (money != null) {
      number(field, money, MONEY_DECIMALS, "At most " + MONEY_DECIMALS + " decimals.");
    }
    return money;
  }

  private void number(String field, BigDecimal value, int decimals, String message) {
    if (value.stripTrailingZeros().scale() > decimals) {
      add(field, "decimals", message);
    } else if (value.abs().compareTo(LARGEST) > 0) {
      add(field, "too_large", "That is too much.");
    }
  }

  String currency(String field, @Nullable String code) {
    if (required(field, code, "Name the currency.") != null) {
      try {
        return Currency.getInstance(code).getCurrencyCode();
      } catch (IllegalArgumentException e) {
        add(field, "unknown_currency", "Is no ISO 4217 code.");
      }
    }
    return "";
  }

  void period(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      add("/validTo", "order", "The last day is not before the first.");
    }
  }

  void throwIfAny(String what) {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "This " + what + " cannot be accepted.", faults);
    }
  }
}
