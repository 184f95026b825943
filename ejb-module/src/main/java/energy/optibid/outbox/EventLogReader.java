package energy.optibid.outbox;

import java.util.List;
import java.util.UUID;

/**
 * The whole log in the order in which it was written, every organisation's events together: for
 * what carries them on as they are. Whoever remembers the position of the last entry it has dealt
 * with misses none, for entries become visible in this order.
 */
public interface EventLogReader {

  /** Entries after the position, oldest first. */
  List<Entry> after(long position, int limit);

  /** Position of the newest entry; 0 when there is none. */
  long head();

  /**
   * An event with its place in the log.
   *
   * @param position rises from entry to entry, with gaps
   * @param aggregateVersion orders the events of one aggregate
   */
  record Entry(
      long position,
      String aggregateType,
      UUID aggregateId,
      long aggregateVersion,
      LoggedEvent event) {}
}
