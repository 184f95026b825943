package energy.optibid.engine.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a rule pack: a parameter's value over a period of delivery days.
 *
 * @param line line of the file the row stands on, the header being line 1
 * @param market market code, for instance {@code gme-mgp}
 * @param parameter what the value means
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
    String value,
    String unit,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    Confidence confidence) {

  /** Whether the row is in force on that delivery day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  boolean overlaps(DatedRule other) {
    boolean startsBeforeOtherEnds =
        other.effectiveTo == null || !effectiveFrom.isAfter(other.effectiveTo);
    boolean otherStartsBeforeEnd = effectiveTo == null || !other.effectiveFrom.isAfter(effectiveTo);
    return startsBeforeOtherEnds && otherStartsBeforeEnd;
  }
}
