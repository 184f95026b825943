package energy.optibid.settlement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Lines of a file gathered into whole days: each block of a day once, none left out.
 *
 * @param <K> what a series is of, beside its day
 */
final class DaySeries<K extends Comparable<K>> {
  /** One series of one day. */
  record Key<K extends Comparable<K>>(K of, LocalDate day) implements Comparable<Key<K>> {
    @Override
    public int compareTo(Key<K> other) {
      int by = of.compareTo(other.of);
      return by != 0 ? by : day.compareTo(other.day);
    }
  }

  private final Map<Key<K>, CsvLines.Line[]> days = new TreeMap<>();
  private final CsvLines file;
  private final Function<Key<K>, Integer> blocksOf;

  /**
   * @param blocksOf how many blocks the day has; 0 where it has none, which is a fault
   */
  DaySeries(CsvLines file, Function<Key<K>, Integer> blocksOf) {
    this.file = file;
    this.blocksOf = blocksOf;
  }

  void add(CsvLines.Line line, K of, LocalDate day, int block) {
    Key<K> key = new Key<>(of, day);
    CsvLines.Line[] blocks = days.computeIfAbsent(key, k -> new CsvLines.Line[blocksOf.apply(k)]);
    if (blocks.length == 0) {
      line.fault("day", "unknown_day", "There are no rules for that day.");
    } else if (block < 1 || block > blocks.length) {
      line.fault("block", "block", "The day has blocks 1 to " + blocks.length + ".");
    } else if (blocks[block - 1] != null) {
      line.fault(
          "block", "duplicate", "Line " + blocks[block - 1].number() + " is of the same block.");
    } else {
      blocks[block - 1] = line;
    }
  }

  /** The days with the line of each block; a missing block is noted as a fault of the day. */
  Map<Key<K>, List<CsvLines.Line>> whole() {
    Map<Key<K>, List<CsvLines.Line>> whole = new TreeMap<>();
    days.forEach(
        (key, blocks) -> {
          long first = 0;
          int missing = 0;
          for (CsvLines.Line line : blocks) {
            if (line == null) {
              missing++;
            } else if (first == 0) {
              first = line.number();
            }
          }
          if (missing > 0 && first > 0) {
            file.fault(
                first, "block", "incomplete", key.day() + " lacks " + missing + " of its blocks.");
          } else if (missing == 0) {
            whole.put(key, List.of(blocks));
          }
        });
    return whole;
  }
}
