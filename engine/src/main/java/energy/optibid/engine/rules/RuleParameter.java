package energy.optibid.engine.rules;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every parameter a rule pack may carry, with the form its value must have. A name that is not here
 * is refused, so that a misspelt parameter cannot pass for a missing one.
 */
public enum RuleParameter {
  /** Time zone of the market's days and periods. */
  TIME_ZONE(ZoneId::of),
  /** ISO 4217 code of prices and money. */
  CURRENCY(Currency::getInstance),
  /** Length of a period in minutes; divides a day. */
  MARKET_TIME_UNIT(RuleParameter::minutes),
  /** Lowest price an order or a zone may have, money per MWh. */
  PRICE_FLOOR(Price::of),
  /** Highest price an order or a zone may have, money per MWh. */
  PRICE_CAP(Price::of),
  /** Prices are multiples of this, money per MWh. */
  PRICE_TICK(text -> positive(Price.of(text).tenThousandths())),
  /** Quantities are multiples of this, average MW over the period. */
  QUANTITY_LOT(text -> positive(Power.ofMegawatts(text).kilowatts())),
  /** Most points one curve may have. */
  MAX_CURVE_POINTS(RuleParameter::count),
  /** {@link CurveKind}. */
  CURVE_KIND(text -> constant(CurveKind.class, text)),
  /** {@link TieRule}. */
  TIE_RULE(text -> constant(TieRule.class, text)),
  /** {@link PriceIntervalRule}. */
  PRICE_INTERVAL_RULE(text -> constant(PriceIntervalRule.class, text)),
  /** First moment orders are taken, {@link GateTime}. */
  GATE_OPENING(GateTime::parse),
  /** Last moment orders are taken, {@link GateTime}. */
  GATE_CLOSURE(GateTime::parse),
  /** When the provisional result is due, {@link GateTime}; markets without one clear on demand. */
  PROVISIONAL_RESULT(GateTime::parse),
  /** When the final result is due, {@link GateTime}. */
  FINAL_RESULT(GateTime::parse),
  /** Auctions per delivery day, each over an equal share of its blocks; 1 if absent. */
  SESSIONS(RuleParameter::count),
  /** Published prices are multiples of this, money per MWh; as {@code price_tick} if absent. */
  PUBLICATION_TICK(text -> positive(Price.of(text).tenThousandths())),
  /** The exchange's fee per side, money per MWh. */
  EXCHANGE_FEE(Price::of),
  /** Codes of the zones with order books of their own, separated by blanks. */
  ZONES(RuleParameter::codes),
  /** Codes of the neighbouring zones, separated by blanks. */
  BORDER_ZONES(RuleParameter::codes),
  /** Codes under which index prices (no zone) are published, separated by blanks. */
  REFERENCE_PRICES(RuleParameter::codes);

  private static final int MINUTES_PER_DAY = 1440;

  private final Consumer<String> form;

  RuleParameter(Consumer<String> form) {
    this.form = form;
  }

  /** The name used in files: lower case, words joined by underscores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The parameter of that file name, or empty. */
  public static Optional<RuleParameter> ofCode(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }

  /** Why a value is not acceptable for this parameter; empty when it is. */
  Optional<String> fault(String value) {
    try {
      form.accept(value);
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.of("'" + value + "' is no valid " + code());
    }
  }

  static int minutes(String text) {
    int minutes = count(text);
    if (MINUTES_PER_DAY % minutes != 0) {
      throw new IllegalArgumentException("must divide a day");
    }
    return minutes;
  }

  static int count(String text) {
    int count = Integer.parseInt(text);
    if (count <= 0) {
      throw new IllegalArgumentException("must be positive");
    }
    return count;
  }

  private static void positive(long scaled) {
    if (scaled <= 0) {
      throw new IllegalArgumentException("must be positive");
    }
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("unknown " + type.getSimpleName());
  }

  static List<String> codes(String text) {
    List<String> codes = List.of(text.split(" ", -1));
    if (codes.contains("") || new HashSet<>(codes).size() != codes.size()) {
      throw new IllegalArgumentException("codes are separated by one blank and appear once");
    }
    return codes;
  }
}
