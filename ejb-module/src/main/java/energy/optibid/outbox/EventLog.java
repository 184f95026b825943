package energy.optibid.outbox;

import energy.optibid.shared.OrganizationId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The durable log of events, each (organisation, channel) a stream with its own sequence. */
public interface EventLog {

  /**
   * Events after the given sequence number, oldest first.
   *
   * @param organization whose stream; null for the platform-wide one
   */
  List<LoggedEvent> after(
      @Nullable OrganizationId organization, String channel, long sequence, int limit);

  /** Sequence number of the newest event of the stream; 0 when there is none. */
  long latest(@Nullable OrganizationId organization, String channel);

  /**
   * Calls the consumer with every event of every organisation logged from now on, on this node,
   * each stream in order. The consumer filters, returns at once, and bears repetitions.
   */
  Subscription subscribe(Consumer<LoggedEvent> consumer);

  /** Ends a subscription when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
