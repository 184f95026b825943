package energy.optibid.engine.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a rule pack: a parameter's value over a period of delivery days.
 *
 * @param line line of the file the row stands on, the header being line 1
 * @param market market code, for instance {@code gme-mgp}
 * @param parameter what the value means
 * @param contract the contract it is for; {@code null} where it is for the whole market
 * @param value the value as written
 * @param unit unit of the value, empty where it has none
 * @param effectiveFrom first delivery day
 * @param effectiveTo last delivery day, inclusive; {@code null} while in force
 * @param source where the figure comes from
 * @param confidence how sure we are of it
 */
public record DatedRule(
    long line,
    String market,
    RuleParameter parameter,
    @Nullable TermContract contract,
    String value,
    String unit,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    Confidence confidence) {

  /** The name as written: the parameter's, and after a point the contract's. */
  public String name() {
    return name(parameter, contract);
  }

  static String name(RuleParameter parameter, @Nullable TermContract contract) {
    return contract == null ? parameter.code() : parameter.code() + "." + contract.code();
  }

  /** Whether the row is in force on that delivery day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }
}
