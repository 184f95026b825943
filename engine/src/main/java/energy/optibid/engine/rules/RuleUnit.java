package energy.optibid.engine.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/** The unit a parameter's value is written in, as the {@code unit} column must say it. */
public enum RuleUnit {
  /** No unit: names, codes and words. */
  NONE(""),
  MINUTES("min"),
  /** The market's currency per MWh, such as {@code INR/MWh}. */
  MONEY_PER_MWH("<currency>/MWh"),
  MONEY_PER_DAY("<currency>/day"),
  PERCENT("%"),
  /** A percentage of the schedule and a power, joined by a colon; the smaller counts. */
  VOLUME_LIMIT("% : MW"),
  /** Percentages of a rate by grid frequency, band by band. */
  PERCENT_BY_FREQUENCY("% by Hz"),
  MEGAWATTS("MW"),
  POINTS("points"),
  AUCTIONS_PER_DAY("auctions a day"),
  /** {@code local} for {@code D-…}, {@code before delivery} for {@code S-…}. */
  GATE_TIME("local | before delivery");

  private static final Pattern MONEY = Pattern.compile("[A-Z]{3}/MWh");
  private static final Pattern MONEY_A_DAY = Pattern.compile("[A-Z]{3}/day");

  private final String form;

  RuleUnit(String form) {
    this.form = form;
  }

  /** How the unit is written, for a reader. */
  public String form() {
    return form;
  }

  /** Why a unit does not fit beside a value; empty when it does. */
  Optional<String> fault(String unit, String value) {
    boolean fits =
        switch (this) {
          case NONE,
              MINUTES,
              MEGAWATTS,
              POINTS,
              AUCTIONS_PER_DAY,
              PERCENT,
              VOLUME_LIMIT,
              PERCENT_BY_FREQUENCY ->
              unit.equals(form);
          case MONEY_PER_MWH -> MONEY.matcher(unit).matches();
          case MONEY_PER_DAY -> MONEY_A_DAY.matcher(unit).matches();
          case GATE_TIME -> unit.equals(value.startsWith("S") ? "before delivery" : "local");
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            this == NONE ? "'" + unit + "' where there is none" : "must be '" + form + "'");
  }
}
