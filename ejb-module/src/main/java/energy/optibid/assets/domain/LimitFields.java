package energy.optibid.assets.domain;

import energy.optibid.assets.HydroScheme;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the fields of technical limits out of an input; a fault names the field it is about. */
final class LimitFields {
  private static final BigDecimal LARGEST = new BigDecimal("1000000000");
  private static final BigDecimal LONGEST_HOURS = new BigDecimal("720");
  private static final int MEGAWATT_DECIMALS = 3;
  private static final int SHARE_DECIMALS = 4;
  private static final int COST_DECIMALS = 4;
  private static final int HOUR_DECIMALS = 2;

  private final JsonObject input;
  private final InputFaults faults;
  private final Set<String> known = new HashSet<>();
  private final Set<String> wrong = new HashSet<>();

  LimitFields(JsonObject input, InputFaults faults) {
    this.input = input;
    this.faults = faults;
  }

  /** MW, 0 or more. */
  BigDecimal power(String field) {
    return number(field, MEGAWATT_DECIMALS, LARGEST, "MW");
  }

  /** MW a minute, more than nothing. */
  BigDecimal ramp(String field) {
    return positive(field, number(field, MEGAWATT_DECIMALS, LARGEST, "MW a minute"));
  }

  /** MWh, 0 or more. */
  BigDecimal energy(String field) {
    return number(field, MEGAWATT_DECIMALS, LARGEST, "MWh");
  }

  /** MWh, more than nothing. */
  BigDecimal capacity(String field) {
    return positive(field, energy(field));
  }

  BigDecimal hours(String field) {
    return number(field, HOUR_DECIMALS, LONGEST_HOURS, "hours");
  }

  BigDecimal cost(String field) {
    return number(field, COST_DECIMALS, LARGEST, "the market's currency");
  }

  /** From 0 to 1. */
  BigDecimal share(String field) {
    return number(field, SHARE_DECIMALS, BigDecimal.ONE, "a share from 0 to 1");
  }

  /** More than 0, at most 1. */
  BigDecimal efficiency(String field) {
    return positive(field, share(field));
  }

  /** An efficiency, or null where it is left out. */
  @Nullable BigDecimal efficiencyIfAny(String field) {
    return isThere(field) ? efficiency(field) : null;
  }

  /** How often a day, more than never; null where it is left out. */
  @Nullable BigDecimal timesIfAny(String field) {
    return isThere(field)
        ? positive(field, number(field, HOUR_DECIMALS, LONGEST_HOURS, "times a day"))
        : null;
  }

  @Nullable HydroScheme scheme(String field) {
    known.add(field);
    JsonValue value = input.get(field);
    HydroScheme scheme =
        value instanceof JsonString word ? LimitsCodec.scheme(word.getString()) : null;
    if (scheme == null) {
      fault(
          field,
          value == null ? "required" : "unknown_value",
          "One of run_of_river, reservoir, pumped.");
    }
    return scheme;
  }

  /** Refuses {@code low} above {@code high}, unless one of them is at fault itself. */
  void requireOrder(String low, BigDecimal lowValue, String high, BigDecimal highValue) {
    if (isSound(low) && isSound(high)) {
      requireAtMost(low, lowValue, highValue, high);
    }
  }

  /** Refuses a field above a bound that stands elsewhere, unless it is at fault itself. */
  void requireAtMost(String field, BigDecimal value, BigDecimal bound, String boundName) {
    if (isSound(field) && value.compareTo(bound) > 0) {
      fault(field, "order", "At most %s, which is %s.".formatted(boundName, bound.toPlainString()));
    }
  }

  boolean isSound(String field) {
    return !wrong.contains(field);
  }

  void fault(String field, String code, String message) {
    wrong.add(field);
    faults.add("/limits/" + field, code, message);
  }

  /** Names every field that the type does not have. */
  void refuseOthers() {
    for (String field : new TreeSet<>(input.keySet())) {
      if (!known.contains(field)) {
        fault(field, "unknown_field", "Assets of this type have no such limit.");
      }
    }
  }

  private boolean isThere(String field) {
    known.add(field);
    return input.containsKey(field) && !input.isNull(field);
  }

  private BigDecimal positive(String field, BigDecimal value) {
    if (isSound(field) && value.signum() == 0) {
      fault(field, "positive", "More than 0.");
    }
    return value;
  }

  private BigDecimal number(String field, int decimals, BigDecimal largest, String unit) {
    if (!isThere(field)) {
      fault(field, "required", "Give it in " + unit + ".");
      return BigDecimal.ZERO;
    }
    if (!(input.get(field) instanceof JsonNumber number)) {
      fault(field, "wrong_type", "Must be a number.");
      return BigDecimal.ZERO;
    }
    BigDecimal value = number.bigDecimalValue();
    if (value.signum() < 0) {
      fault(field, "negative", "A limit is not negative.");
    } else if (value.compareTo(largest) > 0) {
      fault(field, "too_large", "At most " + largest.toPlainString() + ".");
    } else if (value.stripTrailingZeros().scale() > decimals) {
      fault(field, "decimals", "At most " + decimals + " decimals.");
    } else {
      return plain(value);
    }
    return BigDecimal.ZERO;
  }

  /** Without an exponent, however it was written. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
