package energy.optibid.analytics.domain;

import energy.optibid.analytics.Anomaly;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Time without a price between two blocks that have one. */
final class Holes {
  private Holes() {}

  /**
   * Those that end after an instant; of one that begins before it, what lies after it.
   *
   * @param blocks in the order of time
   * @param from in seconds since 1970
   */
  static List<Anomaly> between(List<BlockFact> blocks, long from, ZoneId zone) {
    List<Anomaly> holes = new ArrayList<>();
    for (int i = 1; i < blocks.size(); i++) {
      long start = Math.max(blocks.get(i - 1).end(), from);
      long minutes = (blocks.get(i).start() - start) / 60;
      if (minutes > 0) {
        OffsetDateTime local = Instant.ofEpochSecond(start).atZone(zone).toOffsetDateTime();
        holes.add(new Anomaly(Anomaly.Kind.GAP, local, minutes, null, null, null));
      }
    }
    return holes;
  }
}
