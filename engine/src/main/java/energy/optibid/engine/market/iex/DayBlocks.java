package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which blocks of which days were there; every block must be, once. */
final class DayBlocks {
  private final Map<MarketDay, BitSet> seen = new LinkedHashMap<>();
  private final Map<MarketDay, BitSet> judged = new LinkedHashMap<>();

  /** How many market days there are so far. */
  int size() {
    return seen.size();
  }

  boolean has(MarketDay day) {
    return seen.containsKey(day);
  }

  /**
   * Notes a block.
   *
   * @return false when it was there before
   */
  boolean add(MarketDay day, int block) {
    BitSet blocks = seen.computeIfAbsent(day, first -> new BitSet());
    boolean fresh = !blocks.get(block);
    blocks.set(block);
    return fresh;
  }

  /** Refuses, one by one, the blocks that were not there, of each day not judged before. */
  void refuseMissing(long line, Refusals refusals) {
    seen.forEach(
        (day, blocks) -> {
          if (judged.put(day, blocks) != null) {
            return;
          }
          int count = day.day().blockCount();
          for (int block = blocks.nextClearBit(1);
              block <= count;
              block = blocks.nextClearBit(block + 1)) {
            refusals.add(line, "time_block", RefusalCode.MISSING_BLOCK, missing(day, block), "");
          }
        });
  }

  private static String missing(MarketDay day, int block) {
    LocalTime start = day.day().block(block).start().atZone(day.rules().timeZone()).toLocalTime();
    return "%s of %s has no block %d (from %s)"
        .formatted(day.rules().market(), day.day().date(), block, start);
  }
}
