package energy.optibid.engine.market.history;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which blocks of which series were there: one bit for each five minutes, so that five years of
 * thirteen areas fit in under a megabyte.
 */
final class SeenBlocks {
  private static final long STEP = 300;
  private static final int STEPS = 1 << 13; // of one set: 28 days and some

  private record Key(String market, String area, long span) {}

  private final Map<Key, BitSet> seen = new HashMap<>();

  /**
   * Notes a block that starts on a multiple of five minutes.
   *
   * @return false when it was there before
   */
  boolean add(String market, String area, long startSeconds) {
    long step = Math.floorDiv(startSeconds, STEP);
    BitSet steps =
        seen.computeIfAbsent(
            new Key(market, area, Math.floorDiv(step, STEPS)), key -> new BitSet(STEPS));
    int bit = (int) Math.floorMod(step, (long) STEPS);
    if (steps.get(bit)) {
      return false;
    }
    steps.set(bit);
    return true;
  }
}
