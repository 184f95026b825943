package energy.optibid.analytics.domain;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.ClockGrid.Run;
import energy.optibid.analytics.domain.ClockGrid.Sample;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for blocks that neither trend nor season explains. What is left of a value, rounded to its
 * last decimal, is scored against all that is left in the same run of the series.
 */
final class ResidualSearch {
  private final AnomalyRule rule;
  private final ZoneId zone;
  private final List<Anomaly> found = new ArrayList<>();

  ResidualSearch(AnomalyRule rule, ZoneId zone) {
    this.rule = rule;
    this.zone = zone;
  }

  /**
   * @param blocks in the order of time, from a window before the span on
   * @throws ProblemException {@code validation_failed} when there are prices but nowhere {@link
   *     AnomalyRule#FEWEST} seasons of them in a row, or when their blocks are on no common grid
   */
  List<Anomaly> in(List<BlockFact> blocks, Span span) {
    if (blocks.isEmpty()) {
      return List.of();
    }
    if (!ClockGrid.fits(blocks, zone)) {
      throw refused("?method", "uneven", "STL needs blocks that divide a day evenly.");
    }
    long from = span.from().getEpochSecond();
    found.addAll(Holes.between(blocks, from, zone));
    List<Sample> prices = blocks.stream().map(block -> new Sample(block, block.price())).toList();
    int cell = ClockGrid.shortest(blocks);
    if (!judge(Anomaly.Kind.PRICE, prices, cell, from, Exact.PRICE)) {
      throw refused(
          "?from",
          "too_few",
          "STL needs prices of %d %ss in a row, without a hole of more than %d hours; take a longer"
                  .formatted(
                      AnomalyRule.FEWEST, rule.season().code(), ClockGrid.LONGEST_FILL_MINUTES / 60)
              + " window.");
    }
    List<Sample> volumes = new ArrayList<>();
    for (BlockFact block : blocks) {
      Long kilowatts = block.kilowatts();
      if (kilowatts != null) {
        volumes.add(new Sample(block, kilowatts));
      }
    }
    judge(Anomaly.Kind.VOLUME, volumes, cell, from, Exact.POWER);
    found.sort(Comparator.comparing(anomaly -> anomaly.start().toInstant()));
    return found;
  }

  /** Whether there was a run long enough to be decomposed. */
  private boolean judge(
      Anomaly.Kind kind, List<Sample> samples, int cellMinutes, long from, int scale) {
    if (samples.isEmpty()) {
      return false;
    }
    ClockGrid grid = ClockGrid.of(samples, cellMinutes, zone);
    int period = grid.period(rule.season());
    boolean any = false;
    for (Run run : grid.runs()) {
      if (run.values().length >= AnomalyRule.FEWEST * period) {
        any = true;
        List<Sample> inside =
            samples.stream().filter(sample -> run.has(grid.cell(sample.block()))).toList();
        judge(kind, inside, left(inside, grid, run, period), from, scale);
      }
    }
    return any;
  }

  /** What trend and season leave of each value. */
  private static long[] left(List<Sample> samples, ClockGrid grid, Run run, int period) {
    double[] expected = SeasonalTrend.expected(SeasonalTrend.drawnIn(run.values(), period), period);
    return samples.stream()
        .mapToLong(
            sample -> {
              int cell = grid.cell(sample.block()) - run.from();
              int width = grid.width(sample.block());
              double sum = 0;
              for (int i = cell; i < cell + width; i++) {
                sum += expected[i];
              }
              return sample.value() - Math.round(sum / width);
            })
        .toArray();
  }

  private void judge(Anomaly.Kind kind, List<Sample> samples, long[] left, long from, int scale) {
    RobustScale usual = RobustScale.of(left);
    Verdict verdict = new Verdict(rule, zone, kind, scale);
    for (int i = 0; i < left.length; i++) {
      BlockFact block = samples.get(i).block();
      long value = samples.get(i).value();
      BigDecimal expected = BigDecimal.valueOf(value - left[i], scale);
      if (block.start() >= from) {
        verdict.on(block, value, expected, usual.score(left[i])).ifPresent(found::add);
      }
    }
  }

  private static ProblemException refused(String field, String code, String message) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "This cannot be worked out.",
        List.of(new Fault(field, code, message)));
  }
}
