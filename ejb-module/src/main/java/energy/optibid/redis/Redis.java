package energy.optibid.redis;

import energy.optibid.resilience.ServiceUnavailableException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way to Redis: guarded, within {@code optibid.redis.timeout} per call. */
public interface Redis {

  /** Whether an address is configured. */
  boolean isOn();

  /**
   * Asks it.
   *
   * @throws ServiceUnavailableException when it is not switched on, away or too slow
   */
  <T> T call(Function<RedisCommands, T> work) throws ServiceUnavailableException;

  /** Asks it, or the fallback where it does not answer; which is counted. */
  <T> T callOr(Function<RedisCommands, T> work, Supplier<T> fallback);

  /**
   * Listens to a channel until the subscription is closed. What is told while the connection is
   * away is missed. Nothing happens where Redis is not switched on.
   */
  Subscription subscribe(String channel, Listener listener);

  /** Hears a channel on a thread of its own; returns at once. */
  interface Listener {
    /** A message. */
    void heard(byte[] message);

    /** Listening begins or begins anew; what was told before may have been missed. */
    default void connected() {}
  }

  /** Ends listening when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
