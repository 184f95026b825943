package energy.optibid.assets.domain;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every fault of an input while its values are taken out. */
final class InputFaults {
  /** kW, the smallest power the engine knows. */
  private static final int POWER_DECIMALS = 3;

  private static final BigDecimal LARGEST_POWER = new BigDecimal("100000");
  private static final int LONGEST_NAME = 120;

  private final List<Fault> faults = new ArrayList<>();

  void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }

  String name(String field, @Nullable String text) {
    String name = text == null ? "" : text.strip();
    if (name.isEmpty()) {
      add(field, "required", "Give it a name.");
    } else if (name.length() > LONGEST_NAME) {
      add(field, "too_long", "A name has at most " + LONGEST_NAME + " characters.");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      add(field, "invalid", "A name has no control characters.");
    }
    return name;
  }

  String market(String field, @Nullable String code, KnownPlaces places) {
    if (code == null || code.isBlank()) {
      add(field, "required", "Name the market.");
      return "";
    }
    if (!places.hasMarket(code)) {
      add(field, "unknown_market", "There is no market " + code + ".");
      return "";
    }
    return code;
  }

  /**
   * @param market empty when it is at fault itself: the area cannot be judged then
   */
  String area(String field, String market, @Nullable String code, KnownPlaces places) {
    if (code == null || code.isBlank()) {
      add(field, "required", "Name the area.");
      return "";
    }
    if (!market.isEmpty() && !places.hasBiddingArea(market, code)) {
      add(field, "area", market + " takes no orders in an area " + code + ".");
      return "";
    }
    return code;
  }

  BigDecimal power(String field, @Nullable BigDecimal megawatts) {
    if (megawatts == null) {
      add(field, "required", "Give the power in MW; 0 if there is none.");
      return BigDecimal.ZERO;
    }
    if (megawatts.signum() < 0) {
      add(field, "negative", "A limit is not negative.");
    } else if (megawatts.compareTo(LARGEST_POWER) > 0) {
      add(field, "too_large", "A limit is at most " + LARGEST_POWER + " MW.");
    } else if (megawatts.stripTrailingZeros().scale() > POWER_DECIMALS) {
      add(field, "lot", "Power is a multiple of 0.001 MW.");
    }
    return megawatts;
  }

  void throwIfAny(String what) {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "This " + what + " cannot be accepted.", faults);
    }
  }
}
