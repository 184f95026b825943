package energy.optibid.redis.adapter;

import energy.optibid.redis.Redis;
import energy.optibid.redis.RedisCommands;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ServiceUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/**
 * Redis by Jedis. The client is made by the first probe, off any request: who asks before that, or
 * while the Sentinels or the Cluster cannot be found, goes without.
 */
@ApplicationScoped
@Typed({Redis.class, JedisRedis.class})
public class JedisRedis implements Redis {
  static final String NAME = "redis";

  private final RedisSettings settings;
  private final JedisClients clients;
  private final GuardedService guarded;
  private final RedisSubscriptions subscriptions;
  private final LongAdder commands = new LongAdder();
  private volatile @Nullable UnifiedJedis client;

  @Inject
  public JedisRedis(RedisSettings settings, RedisGuard guard, Clock clock) {
    this(settings, (Guard) guard, clock);
  }

  JedisRedis(RedisSettings settings, Guard guard, Clock clock) {
    this.settings = settings;
    this.clients = new JedisClients(settings);
    this.guarded = new GuardedService(NAME, "memory of this node and the database", guard, clock);
    this.subscriptions = new RedisSubscriptions(() -> client, settings.prefix());
  }

  @Override
  public boolean isOn() {
    return settings.isOn();
  }

  @Override
  public <T> T call(Function<RedisCommands, T> work) throws ServiceUnavailableException {
    return guarded.call(() -> work.apply(commands()));
  }

  @Override
  public <T> T callOr(Function<RedisCommands, T> work, Supplier<T> fallback) {
    return guarded.callOr(() -> work.apply(commands()), fallback);
  }

  private RedisCommands commands() throws ConnectException {
    UnifiedJedis made = client;
    if (made == null) {
      throw new ConnectException(
          settings.isOn() ? "Redis was not reached yet" : "Redis is not switched on");
    }
    commands.increment();
    return new JedisCommands(made, settings.prefix());
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return subscriptions.add(channel, listener);
  }

  GuardedService guarded() {
    return guarded;
  }

  RedisSubscriptions subscriptions() {
    return subscriptions;
  }

  /** Makes the client where there is none, asks for a pong and gives listeners their heartbeat. */
  synchronized void probe() {
    UnifiedJedis made = client;
    if (made == null) {
      made = clients.open();
      client = made;
    }
    made.ping();
    made.publish(
        (settings.prefix() + RedisSubscriptions.HEARTBEAT).getBytes(StandardCharsets.UTF_8),
        new byte[0]);
  }

  /** What the service tells of itself. */
  Map<String, Long> figures() {
    Map<String, Long> figures =
        new HashMap<>(
            Map.of(
                "commands", commands.sum(), "subscribed", subscriptions.isListening() ? 1L : 0L));
    if (client instanceof RedisClient single) {
      Pool<?> pool = single.getPool();
      figures.put("connectionsInUse", (long) pool.getNumActive());
      figures.put("connectionsIdle", (long) pool.getNumIdle());
    }
    return figures;
  }

  @PreDestroy
  void close() {
    subscriptions.stop();
    UnifiedJedis made = client;
    if (made != null) {
      made.close();
    }
  }
}
