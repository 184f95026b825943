package energy.optibid.analytics.domain;

import energy.optibid.analytics.AnomalyRule.Season;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series on the market's clock, in cells as long as its shortest block, so that a time of day is
 * the same cell of every day all year round. A longer block is in all cells it covers. The hour
 * that a spring night lacks is a hole of the clock, not of the series; of the hour that an autumn
 * night has twice the mean counts.
 */
final class ClockGrid {
  /** Holes up to this are filled by a straight line between their ends. */
  static final int LONGEST_FILL_MINUTES = 360;

  private static final int DAY_MINUTES = 1_440;

  private final ZoneId zone;
  private final int cellMinutes;
  private final long first;
  private final double[] sums;
  private final int[] counts;

  private ClockGrid(ZoneId zone, int cellMinutes, long first, int cells) {
    this.zone = zone;
    this.cellMinutes = cellMinutes;
    this.first = first;
    this.sums = new double[cells];
    this.counts = new int[cells];
  }

  /**
   * Consecutive cells without a hole that is too long to be filled.
   *
   * @param from the first cell, counted from the grid's
   * @param values one per cell, holes filled
   */
  record Run(int from, double[] values) {
    boolean has(int cell) {
      return cell >= from && cell < from + values.length;
    }
  }

  /** A value of the series and where it is. */
  record Sample(BlockFact block, long value) {}

  /**
   * Whether blocks fit into cells: their lengths are multiples of the shortest one's, a day has a
   * whole number of it, and they begin where cells do.
   */
  static boolean fits(List<BlockFact> blocks, ZoneId zone) {
    int cell = shortest(blocks);
    return DAY_MINUTES % cell == 0
        && DAY_MINUTES / cell > 1
        && blocks.stream()
            .allMatch(
                block ->
                    block.minutes() % cell == 0
                        && Math.floorMod(local(block, zone), cell * 60L) == 0);
  }

  /** Of at least one value, of blocks that fit. */
  static ClockGrid of(List<Sample> samples, int cellMinutes, ZoneId zone) {
    long seconds = cellMinutes * 60L;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Sample sample : samples) {
      long cell = Math.floorDiv(local(sample.block(), zone), seconds);
      first = Math.min(first, cell);
      last = Math.max(last, cell + sample.block().minutes() / cellMinutes - 1);
    }
    ClockGrid grid = new ClockGrid(zone, cellMinutes, first, Math.toIntExact(last - first + 1));
    for (Sample sample : samples) {
      int cell = grid.cell(sample.block());
      for (int i = cell; i < cell + grid.width(sample.block()); i++) {
        grid.sums[i] += sample.value();
        grid.counts[i]++;
      }
    }
    return grid;
  }

  static int shortest(List<BlockFact> blocks) {
    return blocks.stream().mapToInt(BlockFact::minutes).min().orElse(DAY_MINUTES);
  }

  /** Seconds that the market's clock shows since 1970 at a block's start. */
  private static long local(BlockFact block, ZoneId zone) {
    Instant start = Instant.ofEpochSecond(block.start());
    return block.start() + zone.getRules().getOffset(start).getTotalSeconds();
  }

  /** The first cell of a block. */
  int cell(BlockFact block) {
    return Math.toIntExact(Math.floorDiv(local(block, zone), cellMinutes * 60L) - first);
  }

  /** How many cells a block covers. */
  int width(BlockFact block) {
    return block.minutes() / cellMinutes;
  }

  /** How many cells a season has. */
  int period(Season season) {
    return season.days() * DAY_MINUTES / cellMinutes;
  }

  /** All runs, in the order of time. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int longest = LONGEST_FILL_MINUTES / cellMinutes;
    int from = 0;
    int previous = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > 0) {
        if (i - previous - 1 > longest) {
          runs.add(run(from, previous + 1));
          from = i;
        }
        previous = i;
      }
    }
    runs.add(run(from, previous + 1));
    return runs;
  }

  /** From a cell that has a value to one that has, exclusive. */
  private Run run(int from, int to) {
    double[] values = new double[to - from];
    Arrays.fill(values, Double.NaN);
    int previous = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts[from + i] == 0) {
        continue;
      }
      values[i] = sums[from + i] / counts[from + i];
      for (int hole = previous + 1; hole < i; hole++) {
        double share = (double) (hole - previous) / (i - previous);
        values[hole] = values[previous] + share * (values[i] - values[previous]);
      }
      previous = i;
    }
    return new Run(from, values);
  }
}
