package energy.optibid.cache.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.redis.Redis;
import energy.optibid.redis.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A cache in Redis for all nodes.
 *
 * <p>A value begins with a stamp: the epoch of its region and that of its scope as they were before
 * it was loaded. A value whose stamp is not today's counts as none, so an invalidation is one new
 * epoch, whatever was being loaded meanwhile. What this node could not tell Redis, or Redis may
 * have forgotten, is made good before Redis is believed again: a node that has missed an answer
 * first gives every region a new epoch. Meanwhile its own memory serves.
 *
 * <p>All keys of a region are in one slot of a Cluster, since they are read at one moment.
 */
final class RedisCache implements Cache {
  private static final Logger LOG = Logger.getLogger(RedisCache.class.getName());

  /** Longer than any value lives; without an epoch a stamp of then matches no more. */
  private static final Duration EPOCH_LIFETIME = Duration.ofDays(1);

  private static final Duration LOCK = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMillis(150);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final byte END_OF_STAMP = '\n';

  private final Redis redis;
  private final LocalCache local;
  private final CacheSettings settings;
  private final SingleFlight flights = new SingleFlight();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile boolean trusted;

  RedisCache(Redis redis, LocalCache local, CacheSettings settings) {
    this.redis = redis;
    this.local = local;
    this.settings = settings;
  }

  @Override
  public byte[] get(CacheKey key, Supplier<byte[]> loader) {
    return flights.get(key, () -> find(key, loader));
  }

  private byte[] find(CacheKey key, Supplier<byte[]> loader) {
    Optional<Kept> kept = trusted || recover() ? lookUp(key) : Optional.empty();
    if (kept.isEmpty()) {
      return local.get(key, loader);
    }
    byte[] value = kept.get().value();
    if (value != null) {
      hits.increment();
      return value;
    }
    String token = UUID.randomUUID().toString();
    boolean loading = asked(commands -> commands.setIfAbsent(lock(key), token, LOCK), true);
    if (!loading) {
      value = awaited(key);
      if (value != null) {
        hits.increment();
        return value;
      }
    }
    misses.increment();
    try {
      byte[] loaded = loader.get();
      store(key, kept.get().stamp(), loaded);
      return loaded;
    } finally {
      if (loading && trusted) {
        asked(
            commands -> {
              commands.deleteIf(lock(key), token);
              return true;
            },
            false);
      }
    }
  }

  /** What another node is loading, if it comes soon. */
  private byte @Nullable [] awaited(CacheKey key) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && trusted) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      Optional<Kept> kept = lookUp(key);
      if (kept.isPresent() && kept.get().value() != null) {
        return kept.get().value();
      }
    }
    return null;
  }

  /** Empty when Redis does not answer. */
  private Optional<Kept> lookUp(CacheKey key) {
    List<String> names = List.of(epoch(key.region()), epoch(key.region(), key.scope()), name(key));
    return asked(commands -> Optional.of(read(commands.get(names))), Optional.empty());
  }

  private static Kept read(List<byte @Nullable []> answer) {
    String stamp = text(answer.get(0)) + "/" + text(answer.get(1));
    byte[] stored = answer.get(2);
    if (stored == null) {
      return new Kept(stamp, null);
    }
    byte[] begin = (stamp + (char) END_OF_STAMP).getBytes(StandardCharsets.US_ASCII);
    boolean current =
        stored.length >= begin.length
            && Arrays.equals(stored, 0, begin.length, begin, 0, begin.length);
    return new Kept(
        stamp, current ? Arrays.copyOfRange(stored, begin.length, stored.length) : null);
  }

  private void store(CacheKey key, String stamp, byte[] value) {
    byte[] begin = (stamp + (char) END_OF_STAMP).getBytes(StandardCharsets.US_ASCII);
    byte[] stored = Arrays.copyOf(begin, begin.length + value.length);
    System.arraycopy(value, 0, stored, begin.length, value.length);
    asked(
        commands -> {
          commands.set(name(key), stored, settings.lifetime(key.region()));
          return true;
        },
        false);
  }

  @Override
  public void invalidate(CacheRegion region, CacheScope scope) {
    local.invalidate(region, scope);
    boolean told =
        asked(
            commands -> {
              renew(commands, epoch(region, scope));
              return true;
            },
            false);
    LOG.log(Level.FINE, "invalidated in Redis: {0}", told);
  }

  /** Gives every region a new epoch; whether Redis may be believed again. */
  private boolean recover() {
    boolean recovered =
        asked(
            commands -> {
              for (CacheRegion region : CacheRegion.values()) {
                renew(commands, epoch(region));
              }
              return true;
            },
            false);
    trusted = recovered;
    return recovered;
  }

  private static void renew(RedisCommands commands, String epoch) {
    commands.set(
        epoch, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), EPOCH_LIFETIME);
  }

  private <T> T asked(Function<RedisCommands, T> work, T without) {
    return redis.callOr(work, () -> missed(without));
  }

  private <T> T missed(T without) {
    trusted = false;
    return without;
  }

  @Override
  public Figures figures() {
    Figures memory = local.figures();
    return new Figures(hits.sum() + memory.hits(), misses.sum() + memory.misses());
  }

  private static String text(byte @Nullable [] epoch) {
    return epoch == null ? "" : new String(epoch, StandardCharsets.US_ASCII);
  }

  private static String epoch(CacheRegion region) {
    return "cache:{" + region.slug() + "}:epoch";
  }

  private static String epoch(CacheRegion region, CacheScope scope) {
    return epoch(region) + ":" + scope.slug();
  }

  private static String name(CacheKey key) {
    return "cache:{%s}:value:%s:%s".formatted(key.region().slug(), key.scope().slug(), key.name());
  }

  private static String lock(CacheKey key) {
    return "cache:{%s}:lock:%s:%s".formatted(key.region().slug(), key.scope().slug(), key.name());
  }

  /**
   * @param stamp of what is loaded from now on
   * @param value null where there is none of today
   */
  private record Kept(String stamp, byte @Nullable [] value) {}
}
