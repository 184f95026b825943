package energy.optibid.market.domain;

import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTick.Numbered;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The ticks of one channel: numbered as they come, and the newest of each block remembered. */
public final class TickStream {
  /** Two days of quarter hours; older blocks are forgotten. */
  static final int MOST_BLOCKS = 200;

  private final NavigableMap<Instant, Numbered> newest = new TreeMap<>();
  private long last;

  /**
   * Takes the next tick.
   *
   * @param tell hears it before the next one of this channel is taken
   */
  public synchronized void add(PriceTick tick, Consumer<Numbered> tell) {
    Numbered numbered = new Numbered(++last, tick);
    newest.put(tick.startsAt(), numbered);
    if (newest.size() > MOST_BLOCKS) {
      newest.pollFirstEntry();
    }
    tell.accept(numbered);
  }

  /** Takes a tick that may have been overtaken, if it is newer than what is known of its block. */
  public synchronized void catchUp(PriceTick tick, Consumer<Numbered> tell) {
    Numbered known = newest.get(tick.startsAt());
    if (known == null || tick.at().isAfter(known.tick().at())) {
      add(tick, tell);
    }
  }

  /** The newest of each block, by start. */
  public synchronized List<Numbered> newest() {
    return List.copyOf(newest.values());
  }
}
