package energy.optibid.redis.adapter;

import energy.optibid.local.LocalRedis;
import energy.optibid.redis.Redis.Listener;
import energy.optibid.redis.domain.RedisAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

class RedisSubscriptionsIT {
  @TempDir private Path folder = Path.of("");
  private LocalRedis server = new LocalRedis(Path.of("target", "redis-subscriptions"));

  @BeforeEach
  void start() {
    server = new LocalRedis(folder);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A client at whose subscribing something else happens first. */
  private final class SlowClient extends UnifiedJedis {
    private Runnable meanwhile = () -> {};

    SlowClient() {
      super(
          new PooledConnectionProvider(
              RedisAddress.parse(Objects.requireNonNull(server.settings().get("optibid.redis.url")))
                  .hosts()
                  .stream()
                  .map(host -> new HostAndPort(host.name(), host.port()))
                  .findFirst()
                  .orElseThrow()),
          1,
          Duration.ofSeconds(1));
    }

    @Override
    public void subscribe(BinaryJedisPubSub ear, byte[]... channels) {
      meanwhile.run();
      super.subscribe(ear, channels);
    }
  }

  /** What came of listening to a channel. */
  private static final class Ears implements Listener {
    private final AtomicInteger connected = new AtomicInteger();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Override
    public void heard(byte[] message) {
      heard.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public void connected() {
      connected.incrementAndGet();
    }
  }

  @Test
  void whoeverComesWhileTheConnectionIsMade_isHeardOf() {
    try (SlowClient client = new SlowClient()) {
      RedisSubscriptions subscriptions = new RedisSubscriptions(() -> client, "t:");
      Ears before = new Ears();
      Ears meanwhile = new Ears();
      Ears after = new Ears();
      subscriptions.add("before", before);
      client.meanwhile = () -> subscriptions.add("meanwhile", meanwhile);
      Thread thread = new Thread(subscriptions, "redis-listener");
      thread.setDaemon(true);
      thread.start();
      RedisBench.until(subscriptions::isListening);
      subscriptions.add("after", after);
      RedisBench.until(
          () ->
              before.connected.get() > 0
                  && meanwhile.connected.get() > 0
                  && after.connected.get() > 0);
      client.publish("t:meanwhile", "a");
      RedisBench.until(() -> meanwhile.heard.contains("a"));
      subscriptions.stop();
      RedisBench.until(() -> !thread.isAlive());
    }
  }

  @Test
  void whoStopsWhileTheConnectionIsMade_isNotKept() {
    try (SlowClient client = new SlowClient()) {
      RedisSubscriptions subscriptions = new RedisSubscriptions(() -> client, "t:");
      client.meanwhile = subscriptions::stop;
      Thread thread = new Thread(subscriptions, "redis-listener");
      thread.setDaemon(true);
      thread.start();
      RedisBench.until(() -> !thread.isAlive());
    }
  }
}
