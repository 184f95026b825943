package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.RuleParameter;
import java.util.List;
import java.util.Locale;

/** What a line of a statement is for, and by which formula it was found. */
public enum LineKind {
  /** Energy traded at an exchange, at its area's price. */
  ENERGY("amount = −quantity × price", "MWh"),
  /** Energy delivered outside an exchange, at the contract rate. */
  CONTRACT_ENERGY("amount = −quantity × price", "MWh"),
  /** More injected, or less drawn, than scheduled: the part within one band. */
  DEVIATION_ABOVE("amount = quantity × price × percent ÷ 100", "MWh"),
  /** Less injected, or more drawn, than scheduled: the part within one band, negative. */
  DEVIATION_BELOW("amount = quantity × price × percent ÷ 100", "MWh"),
  /** The exchange's fee. */
  EXCHANGE_FEE("amount = −|quantity| × price", "MWh", RuleParameter.EXCHANGE_FEE),
  /** The grid's charge by energy. */
  TRANSMISSION_CHARGE(
      "amount = −|quantity| × price",
      "MWh",
      RuleParameter.TRANSMISSION_CHARGE_BUY,
      RuleParameter.TRANSMISSION_CHARGE_SELL),
  /** Energy lost in the grid; borne in kind, so its amount is zero. */
  TRANSMISSION_LOSSES(
      "quantity = traded energy × percent ÷ 100, borne in kind",
      "MWh",
      RuleParameter.TRANSMISSION_LOSSES),
  /** The national load despatch centre's fee. */
  NLDC_FEE("amount = −|quantity| × price", "MWh", RuleParameter.NLDC_FEE),
  /** The state load despatch centre's fee of a day with trades. */
  SLDC_FEE("amount = −quantity × price", "day", RuleParameter.SLDC_FEE),
  /** Tax on the exchange's and the despatch centres' fees of the day. */
  GST("amount = −quantity × percent ÷ 100", "INR of fees", RuleParameter.GST_ON_FEES);

  private final String formula;
  private final String quantityUnit;
  private final List<RuleParameter> parameters;

  LineKind(String formula, String quantityUnit, RuleParameter... parameters) {
    this.formula = formula;
    this.quantityUnit = quantityUnit;
    this.parameters = List.of(parameters);
  }

  /** The name used in the API and in storage. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the amount follows from the line's own figures. */
  public String formula() {
    return formula;
  }

  public String quantityUnit() {
    return quantityUnit;
  }

  /**
   * The parameters of rule packs behind the price and the percentage; a deviation's depend on who
   * deviates ({@link DeviationParameters}).
   */
  public List<RuleParameter> parameters() {
    return parameters;
  }

  /** Whether the line is of a deviation. */
  public boolean isDeviation() {
    return this == DEVIATION_ABOVE || this == DEVIATION_BELOW;
  }

  /** The kind of that name. */
  public static LineKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
