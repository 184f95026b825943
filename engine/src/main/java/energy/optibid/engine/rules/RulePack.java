package energy.optibid.engine.rules;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dated rules of one market, valid as a whole: every parameter its auction design needs, no
 * unknown one, no two values at once and no day between two periods without one.
 */
public final class RulePack {
  private final String market;
  private final List<DatedRule> rules;
  private final String text;
  private final String identity;

  RulePack(String market, List<DatedRule> rules, String text) {
    this.market = market;
    this.rules = List.copyOf(rules);
    this.text = text;
    this.identity = sha256(text);
  }

  /**
   * Reads a pack from CSV (UTF-8, header {@code
   * market,parameter,value,unit,effective_from,effective_to,source,confidence}). The stream is not
   * closed.
   *
   * @param name name of the file, for messages
   * @throws RulePackException naming every fault of the file
   */
  public static RulePack read(String name, InputStream csv) {
    return new RulePackReader(name).read(csv);
  }

  /** Market code, for instance {@code gme-mgp}. */
  public String market() {
    return market;
  }

  /** The file it was read from, word for word. */
  public String text() {
    return text;
  }

  /** SHA-256 of the text, 64 hexadecimal digits: two packs with one identity say the same. */
  public String identity() {
    return identity;
  }

  /** The first delivery day it says anything about. */
  public LocalDate firstDay() {
    return rules.stream()
        .map(DatedRule::effectiveFrom)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * How the market finds its prices on a delivery day.
   *
   * @throws RuleMissingException when the pack says nothing about that day
   */
  public AuctionDesign design(LocalDate day) {
    return RuleParameter.constant(AuctionDesign.class, value(RuleParameter.AUCTION_DESIGN, day));
  }

  /** Every row, in the order of the file. */
  public List<DatedRule> rules() {
    return rules;
  }

  /** The rows in force on a delivery day, in the order of the file. */
  public List<DatedRule> on(LocalDate deliveryDay) {
    return rules.stream().filter(rule -> rule.covers(deliveryDay)).toList();
  }

  /**
   * The row of one parameter in force on a delivery day.
   *
   * @throws RuleMissingException when the pack says nothing about that day
   */
  public DatedRule rule(RuleParameter parameter, LocalDate deliveryDay) {
    return find(parameter, null, deliveryDay)
        .orElseThrow(() -> new RuleMissingException(market, parameter.code(), deliveryDay));
  }

  /**
   * The rules of a double-sided auction, typed.
   *
   * @throws RuleMissingException when the pack says nothing about that day, or the market has no
   *     such auction
   */
  public AuctionRules auction(LocalDate day) {
    return new AuctionRules(
        market,
        day,
        ZoneId.of(value(RuleParameter.TIME_ZONE, day)),
        Currency.getInstance(value(RuleParameter.CURRENCY, day)),
        Duration.ofMinutes(RuleParameter.minutes(value(RuleParameter.MARKET_TIME_UNIT, day))),
        Price.of(value(RuleParameter.PRICE_FLOOR, day)),
        Price.of(value(RuleParameter.PRICE_CAP, day)),
        Price.of(value(RuleParameter.PRICE_TICK, day)),
        Power.ofMegawatts(value(RuleParameter.QUANTITY_LOT, day)),
        RuleParameter.count(value(RuleParameter.MAX_CURVE_POINTS, day)),
        RuleParameter.constant(CurveKind.class, value(RuleParameter.CURVE_KIND, day)),
        RuleParameter.constant(TieRule.class, value(RuleParameter.TIE_RULE, day)),
        RuleParameter.constant(
            PriceIntervalRule.class, value(RuleParameter.PRICE_INTERVAL_RULE, day)),
        GateTime.parse(value(RuleParameter.GATE_OPENING, day)),
        GateTime.parse(value(RuleParameter.GATE_CLOSURE, day)),
        RuleParameter.codes(value(RuleParameter.ZONES, day)),
        optional(RuleParameter.BORDER_ZONES, day).map(RuleParameter::codes).orElse(List.of()),
        optional(RuleParameter.REFERENCE_PRICES, day).map(RuleParameter::codes).orElse(List.of()),
        optional(RuleParameter.SESSIONS, day).map(RuleParameter::count).orElse(1),
        Price.of(
            optional(RuleParameter.PUBLICATION_TICK, day)
                .orElseGet(() -> value(RuleParameter.PRICE_TICK, day))),
        optional(RuleParameter.PROVISIONAL_RESULT, day).map(GateTime::parse).orElse(null),
        optional(RuleParameter.FINAL_RESULT, day).map(GateTime::parse).orElse(null),
        RuleParameter.orderTypes(value(RuleParameter.ORDER_TYPES, day)),
        RuleParameter.yes(value(RuleParameter.PARTIAL_BLOCK_AT_THE_MONEY, day)),
        clearsAfter(day).orElse(null),
        optional(RuleParameter.ELIGIBLE_SELLERS, day)
            .map(RuleParameter::technologies)
            .orElse(EnumSet.allOf(SellerTechnology.class)),
        optional(RuleParameter.PRICE_SOURCE, day)
            .map(text -> RuleParameter.constant(PriceDiscovery.class, text))
            .orElse(PriceDiscovery.EXCHANGE));
  }

  /**
   * The contracts of a term-ahead market, typed, in the order of {@link TermContract}.
   *
   * @throws RuleMissingException when the market has no contracts, or says nothing about that day
   */
  public List<ContractRules> contracts(LocalDate day) {
    return RuleParameter.contracts(value(RuleParameter.CONTRACTS, day)).stream()
        .map(contract -> contract(contract, day))
        .toList();
  }

  private ContractRules contract(TermContract contract, LocalDate day) {
    return new ContractRules(
        contract,
        RuleParameter.constant(
            TradingMechanism.class, value(RuleParameter.MECHANISM, contract, day)),
        GateTime.parse(value(RuleParameter.GATE_OPENING, contract, day)),
        GateTime.parse(value(RuleParameter.GATE_CLOSURE, contract, day)));
  }

  /**
   * What deviations cost on a delivery day, typed.
   *
   * @throws RuleMissingException when the pack says nothing about that day, or is of a market
   */
  public DeviationRules deviation(LocalDate day) {
    return DeviationRules.of(this, day);
  }

  /** Segment whose auction of the day clears first, if there is one. */
  public Optional<String> clearsAfter(LocalDate day) {
    return optional(RuleParameter.CLEARS_AFTER, day);
  }

  /** Days of the market's own time zone, cut into periods; every pack has that much. */
  DeliveryDay day(LocalDate day) {
    return new DeliveryDay(
        day,
        ZoneId.of(value(RuleParameter.TIME_ZONE, day)),
        Duration.ofMinutes(RuleParameter.minutes(value(RuleParameter.MARKET_TIME_UNIT, day))));
  }

  boolean isHoliday(LocalDate day) {
    return optional(RuleParameter.HOLIDAYS, day)
        .map(RuleParameter::dates)
        .orElse(List.of())
        .contains(day);
  }

  private Optional<String> optional(RuleParameter parameter, LocalDate day) {
    return find(parameter, null, day).map(DatedRule::value);
  }

  private String value(RuleParameter parameter, LocalDate day) {
    return rule(parameter, day).value();
  }

  private String value(RuleParameter parameter, TermContract contract, LocalDate day) {
    return find(parameter, contract, day)
        .map(DatedRule::value)
        .orElseThrow(
            () -> new RuleMissingException(market, DatedRule.name(parameter, contract), day));
  }

  private Optional<DatedRule> find(
      RuleParameter parameter, @Nullable TermContract contract, LocalDate day) {
    return rules.stream()
        .filter(
            rule ->
                rule.parameter() == parameter && rule.contract() == contract && rule.covers(day))
        .findFirst();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
