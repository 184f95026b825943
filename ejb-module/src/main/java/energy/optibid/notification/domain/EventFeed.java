package energy.optibid.notification.domain;

import energy.optibid.outbox.LoggedEvent;
import java.util.function.Consumer;

/**
 * Where events come from, each once: what the consumer does is kept together with the fact that it
 * was done, or not at all.
 */
public interface EventFeed {

  /**
   * Hands the next events to the consumer, oldest first, in one transaction of the platform.
   *
   * @return how many; 0 when there is none, or another node is at it
   */
  int next(Consumer<LoggedEvent> consumer);
}
