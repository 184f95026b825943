package energy.optibid.settlement;

import energy.optibid.engine.rules.Confidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a line's figure comes from.
 *
 * @param formula how the amount follows from the line's own figures
 * @param participant as what the asset's deviation is judged
 * @param deviation the block's schedule and meter; null for a line of a trade or a fee
 * @param awards of exchanges outside that it is of; none where a run here gave the award
 * @param rulePack identity of the deviation pack it was found under
 */
public record LineOrigin(
    SettledLine line,
    String formula,
    String participant,
    @Nullable SettledDeviation deviation,
    List<AwardOrigin> awards,
    String rulePack,
    List<Parameter> parameters) {
  public LineOrigin {
    awards = List.copyOf(awards);
    parameters = List.copyOf(parameters);
  }

  /** A dated figure of a rule pack that the line was found with. */
  public record Parameter(
      String pack,
      String name,
      String value,
      String unit,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String source,
      Confidence confidence) {}
}
