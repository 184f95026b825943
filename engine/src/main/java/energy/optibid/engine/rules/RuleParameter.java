package energy.optibid.engine.rules;

import static energy.optibid.engine.rules.ParameterUse.OPTIONAL;
import static energy.optibid.engine.rules.ParameterUse.PER_CONTRACT;
import static energy.optibid.engine.rules.ParameterUse.REQUIRED;
import static energy.optibid.engine.rules.ParameterUse.UNUSED;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Every parameter a rule pack may carry: the form and unit its value must have and which auction
 * designs need it. A name that is not here is refused, so that a misspelt parameter cannot pass for
 * a missing one.
 */
public enum RuleParameter {
  /** {@link AuctionDesign}; decides what else the pack must say. */
  AUCTION_DESIGN(RuleUnit.NONE, REQUIRED, text -> constant(AuctionDesign.class, text)),
  /** Time zone of the market's days and periods. */
  TIME_ZONE(RuleUnit.NONE, REQUIRED, ZoneId::of),
  /** ISO 4217 code of prices and money. */
  CURRENCY(RuleUnit.NONE, REQUIRED, Currency::getInstance),
  /** Length of a period in minutes; divides a day. */
  MARKET_TIME_UNIT(RuleUnit.MINUTES, REQUIRED, RuleParameter::minutes),
  /** Lowest price an order or a zone may have, money per MWh. */
  PRICE_FLOOR(RuleUnit.MONEY_PER_MWH, REQUIRED, REQUIRED, Price::of),
  /** Highest price an order or a zone may have, money per MWh. */
  PRICE_CAP(RuleUnit.MONEY_PER_MWH, REQUIRED, REQUIRED, Price::of),
  /** Prices are multiples of this, money per MWh. */
  PRICE_TICK(
      RuleUnit.MONEY_PER_MWH,
      REQUIRED,
      REQUIRED,
      text -> positive(Price.of(text).tenThousandths())),
  /** Quantities are multiples of this, average MW over the period. */
  QUANTITY_LOT(
      RuleUnit.MEGAWATTS,
      REQUIRED,
      REQUIRED,
      text -> positive(Power.ofMegawatts(text).kilowatts())),
  /** Most points one curve may have. */
  MAX_CURVE_POINTS(RuleUnit.POINTS, REQUIRED, UNUSED, RuleParameter::count),
  /** {@link CurveKind}. */
  CURVE_KIND(RuleUnit.NONE, REQUIRED, UNUSED, text -> constant(CurveKind.class, text)),
  /** The {@link OrderType}s the market takes, separated by blanks. */
  ORDER_TYPES(RuleUnit.NONE, REQUIRED, REQUIRED, RuleParameter::orderTypes),
  /** {@code yes}: a block accepted in part must have exactly the market's price. */
  PARTIAL_BLOCK_AT_THE_MONEY(RuleUnit.NONE, REQUIRED, UNUSED, RuleParameter::yes),
  /** {@link TieRule}. */
  TIE_RULE(RuleUnit.NONE, REQUIRED, REQUIRED, text -> constant(TieRule.class, text)),
  /** {@link PriceIntervalRule}. */
  PRICE_INTERVAL_RULE(
      RuleUnit.NONE, REQUIRED, UNUSED, text -> constant(PriceIntervalRule.class, text)),
  /** First moment orders are taken, {@link GateTime}. */
  GATE_OPENING(RuleUnit.GATE_TIME, REQUIRED, PER_CONTRACT, GateTime::parse),
  /** Last moment orders are taken, {@link GateTime}. */
  GATE_CLOSURE(RuleUnit.GATE_TIME, REQUIRED, PER_CONTRACT, GateTime::parse),
  /** When the provisional result is due, {@link GateTime}; markets without one clear on demand. */
  PROVISIONAL_RESULT(RuleUnit.GATE_TIME, OPTIONAL, UNUSED, GateTime::parse),
  /** When the final result is due, {@link GateTime}. */
  FINAL_RESULT(RuleUnit.GATE_TIME, OPTIONAL, UNUSED, GateTime::parse),
  /** Auctions per delivery day, each over an equal share of its blocks; 1 if absent. */
  SESSIONS(RuleUnit.AUCTIONS_PER_DAY, OPTIONAL, UNUSED, RuleParameter::count),
  /** Delivery days without an auction, dates separated by blanks; none if absent. */
  HOLIDAYS(RuleUnit.NONE, OPTIONAL, OPTIONAL, RuleParameter::dates),
  /** The {@link TermContract}s of a term-ahead market, separated by blanks. */
  CONTRACTS(RuleUnit.NONE, UNUSED, REQUIRED, RuleParameter::contracts),
  /** {@link TradingMechanism} of a contract. */
  MECHANISM(RuleUnit.NONE, UNUSED, PER_CONTRACT, text -> constant(TradingMechanism.class, text)),
  /** Segment whose auction of the day clears first and goes first on the corridors. */
  CLEARS_AFTER(RuleUnit.NONE, OPTIONAL, UNUSED, RuleParameter::segment),
  /** The {@link SellerTechnology}s that may sell, separated by blanks; every one if absent. */
  ELIGIBLE_SELLERS(RuleUnit.NONE, OPTIONAL, OPTIONAL, RuleParameter::technologies),
  /** The {@link RequiredRegistration}s of bidders, separated by blanks; none if absent. */
  REGISTRATIONS(RuleUnit.NONE, OPTIONAL, OPTIONAL, RequiredRegistration::parse),
  /** When the margin with the exchange is looked at, {@link GateTime}. */
  MARGIN_CHECK(RuleUnit.GATE_TIME, OPTIONAL, OPTIONAL, GateTime::parse),
  /** {@link PriceDiscovery}; the exchange if absent. */
  PRICE_SOURCE(RuleUnit.NONE, OPTIONAL, UNUSED, text -> constant(PriceDiscovery.class, text)),
  /** Published prices are multiples of this, money per MWh; as {@code price_tick} if absent. */
  PUBLICATION_TICK(
      RuleUnit.MONEY_PER_MWH,
      OPTIONAL,
      OPTIONAL,
      text -> positive(Price.of(text).tenThousandths())),
  /** The exchange's fee per side, money per MWh. */
  EXCHANGE_FEE(RuleUnit.MONEY_PER_MWH, OPTIONAL, OPTIONAL, Price::of),
  /** Codes of the zones with order books of their own, separated by blanks. */
  ZONES(RuleUnit.NONE, REQUIRED, REQUIRED, RuleParameter::codes),
  /** Codes of the neighbouring zones, separated by blanks. */
  BORDER_ZONES(RuleUnit.NONE, OPTIONAL, UNUSED, RuleParameter::codes),
  /** Codes under which index prices (no zone) are published, separated by blanks. */
  REFERENCE_PRICES(RuleUnit.NONE, OPTIONAL, UNUSED, RuleParameter::codes),
  /** {@link VolumeLimit} that ends the first band of a general seller's or a store's deviation. */
  GENERAL_SELLER_FIRST_LIMIT(RuleUnit.VOLUME_LIMIT, VolumeLimit::parse),
  /** {@link VolumeLimit} that ends the second band. */
  GENERAL_SELLER_SECOND_LIMIT(RuleUnit.VOLUME_LIMIT, VolumeLimit::parse),
  /** {@link BandRates} of more injected than scheduled, percent of the normal rate. */
  GENERAL_SELLER_OVER_INJECTION(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** {@link BandRates} of less injected than scheduled, percent of the normal rate. */
  GENERAL_SELLER_UNDER_INJECTION(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** First {@link VolumeLimit} of a buyer by the {@link BuyerClass} of its state. */
  BUYER_FIRST_LIMIT(RuleUnit.VOLUME_LIMIT, BuyerClass::limits),
  /** Second {@link VolumeLimit} of a buyer by the {@link BuyerClass} of its state. */
  BUYER_SECOND_LIMIT(RuleUnit.VOLUME_LIMIT, BuyerClass::limits),
  /** {@link BandRates} of less drawn than scheduled, percent of the normal rate. */
  BUYER_UNDER_DRAWAL(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** {@link BandRates} of more drawn than scheduled, percent of the normal rate. */
  BUYER_OVER_DRAWAL(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** Where the first band of a solar or hybrid plant ends, percent of the basis. */
  SOLAR_FIRST_LIMIT(RuleUnit.PERCENT, RuleParameter::percent),
  /** Where the second band of a solar or hybrid plant ends, percent of the basis. */
  SOLAR_SECOND_LIMIT(RuleUnit.PERCENT, RuleParameter::percent),
  /** Where the first band of a wind farm ends, percent of the basis. */
  WIND_FIRST_LIMIT(RuleUnit.PERCENT, RuleParameter::percent),
  /** Where the second band of a wind farm ends, percent of the basis. */
  WIND_SECOND_LIMIT(RuleUnit.PERCENT, RuleParameter::percent),
  /** Share of the available capacity in the basis of a solar or hybrid plant: X. */
  SOLAR_CAPACITY_SHARE(RuleUnit.PERCENT, RuleParameter::percent),
  /** Share of the available capacity in the basis of a wind farm: X. */
  WIND_CAPACITY_SHARE(RuleUnit.PERCENT, RuleParameter::percent),
  /** {@link BandRates} of wind and sun above schedule, percent of the contract rate. */
  RENEWABLE_OVER_INJECTION(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** {@link BandRates} of wind and sun below schedule, percent of the contract rate. */
  RENEWABLE_UNDER_INJECTION(RuleUnit.PERCENT_BY_FREQUENCY, BandRates::parse),
  /** {@link ZeroScheduleRule}: the band of a deviation whose basis is zero. */
  ZERO_SCHEDULE_RULE(RuleUnit.NONE, text -> constant(ZeroScheduleRule.class, text)),
  /** {@link NormalRateFallback}: the normal rate where a part of it is missing. */
  NORMAL_RATE_FALLBACK(RuleUnit.NONE, text -> constant(NormalRateFallback.class, text)),
  /** The normal rate and its parts are rounded half-even to multiples of this. */
  NORMAL_RATE_TICK(RuleUnit.MONEY_PER_MWH, text -> positive(Price.of(text).tenThousandths())),
  /** Charge for the grid's use on energy bought at an exchange. */
  TRANSMISSION_CHARGE_BUY(RuleUnit.MONEY_PER_MWH, RuleParameter::charge),
  /** Charge for the grid's use on energy sold at an exchange. */
  TRANSMISSION_CHARGE_SELL(RuleUnit.MONEY_PER_MWH, RuleParameter::charge),
  /** Energy lost in the grid, percent of the energy traded; borne in kind. */
  TRANSMISSION_LOSSES(RuleUnit.PERCENT, RuleParameter::percent),
  /** Scheduling fee of the national load despatch centre, each side. */
  NLDC_FEE(RuleUnit.MONEY_PER_MWH, RuleParameter::charge),
  /** Scheduling fee of the state load despatch centre, each day an asset trades. */
  SLDC_FEE(RuleUnit.MONEY_PER_DAY, RuleParameter::charge),
  /** Goods and services tax on the exchange's and the despatch centres' fees. */
  GST_ON_FEES(RuleUnit.PERCENT, RuleParameter::percent);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MINUTES_PER_DAY = 1440;
  private static final Pattern SEGMENT = Pattern.compile("[a-z]{2,12}");

  private final RuleUnit unit;
  private final ParameterUse doubleSided;
  private final ParameterUse termAhead;
  private final ParameterUse deviationSettlement;
  private final Consumer<String> form;

  /** A parameter of every design. */
  RuleParameter(RuleUnit unit, ParameterUse all, Consumer<String> form) {
    this(unit, all, all, all, form);
  }

  /** A parameter of markets. */
  RuleParameter(
      RuleUnit unit, ParameterUse doubleSided, ParameterUse termAhead, Consumer<String> form) {
    this(unit, doubleSided, termAhead, UNUSED, form);
  }

  /** A parameter of deviation settlement, which needs all of them. */
  RuleParameter(RuleUnit unit, Consumer<String> form) {
    this(unit, UNUSED, UNUSED, REQUIRED, form);
  }

  RuleParameter(
      RuleUnit unit,
      ParameterUse doubleSided,
      ParameterUse termAhead,
      ParameterUse deviationSettlement,
      Consumer<String> form) {
    this.unit = unit;
    this.doubleSided = doubleSided;
    this.termAhead = termAhead;
    this.deviationSettlement = deviationSettlement;
    this.form = form;
  }

  /** The name used in files: lower case, words joined by underscores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit its value is written in. */
  public RuleUnit unit() {
    return unit;
  }

  /** Whether packs of a design must, may or must not carry it. */
  public ParameterUse use(AuctionDesign design) {
    return switch (design) {
      case DOUBLE_SIDED -> doubleSided;
      case TERM_AHEAD -> termAhead;
      case DEVIATION_SETTLEMENT -> deviationSettlement;
    };
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

  static BigDecimal percent(String text) {
    BigDecimal percent = new BigDecimal(text);
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("must lie between 0 and 100");
    }
    return percent;
  }

  private static void charge(String text) {
    if (Price.of(text).tenThousandths() < 0) {
      throw new IllegalArgumentException("must not be negative");
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

  static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("must be yes or no");
    };
  }

  static String segment(String text) {
    if (!SEGMENT.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a segment");
    }
    return text;
  }

  static List<String> codes(String text) {
    List<String> codes = List.of(text.split(" ", -1));
    if (codes.contains("") || new HashSet<>(codes).size() != codes.size()) {
      throw new IllegalArgumentException("codes are separated by one blank and appear once");
    }
    return codes;
  }

  static EnumSet<OrderType> orderTypes(String text) {
    return constants(OrderType.class, text);
  }

  static EnumSet<TermContract> contracts(String text) {
    return constants(TermContract.class, text);
  }

  static EnumSet<SellerTechnology> technologies(String text) {
    return constants(SellerTechnology.class, text);
  }

  static List<LocalDate> dates(String text) {
    return codes(text).stream().map(LocalDate::parse).toList();
  }

  private static <E extends Enum<E>> EnumSet<E> constants(Class<E> type, String text) {
    EnumSet<E> constants = EnumSet.noneOf(type);
    codes(text).forEach(code -> constants.add(constant(type, code)));
    return constants;
  }
}
