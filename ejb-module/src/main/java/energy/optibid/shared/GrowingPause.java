package energy.optibid.shared;

import java.time.Duration;

/** How long to wait before something is tried again: twice as long each time. For one thread. */
public final class GrowingPause {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  public GrowingPause(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** The pause to make now; the one after it is longer. */
  public Duration next() {
    Duration pause = next;
    Duration twice = pause.multipliedBy(2);
    next = twice.compareTo(longest) > 0 ? longest : twice;
    return pause;
  }

  /** It worked: the next pause is the first one again. */
  public void reset() {
    next = first;
  }
}
