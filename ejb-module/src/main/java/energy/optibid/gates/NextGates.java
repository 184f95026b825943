package energy.optibid.gates;

import java.time.Instant;
import java.util.List;

/** The gates the caller's organisation may bid at next. */
public interface NextGates {

  /**
   * Gates that are open now, those of the organisation's own markets first, then the one that
   * closes next. A gate of a clock that stands still is left out: it does not close.
   *
   * @param limit at most so many
   */
  Seen next(int limit);

  /**
   * Gates at one moment.
   *
   * @param serverTime of the server that answers; a client counts from here, not from its own clock
   */
  record Seen(Instant serverTime, List<NextGate> items) {
    public Seen {
      items = List.copyOf(items);
    }
  }
}
