package energy.optibid.engine.rules;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The dated rules of one market, valid as a whole: no unknown parameter, no two values at once. */
public final class RulePack {
  private final String market;
  private final List<DatedRule> rules;

  RulePack(String market, List<DatedRule> rules) {
    this.market = market;
    this.rules = List.copyOf(rules);
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
    return rules.stream()
        .filter(rule -> rule.parameter() == parameter && rule.covers(deliveryDay))
        .findFirst()
        .orElseThrow(() -> new RuleMissingException(market, parameter, deliveryDay));
  }

  /**
   * The rules of an auction, typed.
   *
   * @throws RuleMissingException when a parameter is missing on that day
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
        optional(RuleParameter.FINAL_RESULT, day).map(GateTime::parse).orElse(null));
  }

  private Optional<String> optional(RuleParameter parameter, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.parameter() == parameter && rule.covers(day))
        .map(DatedRule::value)
        .findFirst();
  }

  private String value(RuleParameter parameter, LocalDate day) {
    return rule(parameter, day).value();
  }
}
