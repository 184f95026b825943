package energy.optibid.engine.settlement;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The statement of one asset's delivery day.
 *
 * @param lines by block, those of the whole day last
 * @param deviations of the blocks whose meter is read
 * @param missing how many blocks lack what
 */
public record AssetDayStatement(
    List<StatementLine> lines,
    List<BlockDeviation> deviations,
    Map<MissingInput, Integer> missing) {
  public AssetDayStatement {
    lines = List.copyOf(lines);
    deviations = List.copyOf(deviations);
    missing = Map.copyOf(missing);
  }

  /** The sum of the rounded lines. */
  public BigDecimal total() {
    return lines.stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the rounded lines by kind; kinds without a line are missing. */
  public Map<LineKind, BigDecimal> totals() {
    Map<LineKind, BigDecimal> totals = new EnumMap<>(LineKind.class);
    lines.forEach(line -> totals.merge(line.kind(), line.amount(), BigDecimal::add));
    return totals;
  }
}
