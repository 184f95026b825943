package energy.optibid.redis.adapter;

import energy.optibid.redis.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A node's way to a real Redis, as the server has it, without its circuit breaker. */
public final class RedisBench implements AutoCloseable {
  private final JedisRedis redis;
  private final @Nullable Thread listener;

  public RedisBench(Map<String, String> settings) {
    this(settings, false);
  }

  public RedisBench(Map<String, String> settings, boolean listening) {
    redis =
        new JedisRedis(
            new RedisSettings(name -> Optional.ofNullable(settings.get(name))),
            Callable::call,
            Clock.systemUTC());
    redis.probe();
    if (listening) {
      Thread thread = new Thread(redis.subscriptions(), "redis-listener");
      thread.setDaemon(true);
      thread.start();
      listener = thread;
    } else {
      listener = null;
    }
  }

  public Redis redis() {
    return redis;
  }

  /** Whether its channels are heard. */
  public boolean isListening() {
    return redis.subscriptions().isListening();
  }

  /** Throws away connections that a restart has broken, as a few failed calls do. */
  public void reconnect() {
    until(
        () -> {
          try {
            redis.probe();
            return true;
          } catch (RuntimeException e) {
            return false;
          }
        });
  }

  /** How often the fallback served. */
  public long fallbacks() {
    return Objects.requireNonNull(redis.guarded().state(Map.of()).figures().get("fallbacks"));
  }

  /** Lets that time pass on this thread. */
  public static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  /** Waits for something that another thread or process brings about, ten seconds at most. */
  public static void until(BooleanSupplier state) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come about");
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    redis.close();
    if (listener != null) {
      listener.interrupt();
    }
  }
}
