package energy.optibid.engine.market.entsoe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which blocks of which zones were there, in all files of one reader. */
final class SeenStarts {
  private final Map<String, Set<Instant>> starts = new HashMap<>();
  private final Set<LocalDate> days = new HashSet<>();

  /**
   * Notes a block.
   *
   * @return false when it was there before
   */
  boolean add(String zone, Instant start) {
    return starts.computeIfAbsent(zone, first -> new HashSet<>()).add(start);
  }

  /**
   * Notes a delivery day.
   *
   * @return how many there are
   */
  int add(LocalDate day) {
    days.add(day);
    return days.size();
  }
}
