package energy.optibid.redis.adapter;

import energy.optibid.redis.Redis.Listener;
import energy.optibid.redis.Redis.Subscription;
import energy.optibid.shared.GrowingPause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One thread and one connection for all channels of this node; what is lost is begun anew. A
 * connection on which not even the heartbeat comes is dropped. The heartbeat is asked for first,
 * and all others once the server has confirmed it: who comes before that is found then, who comes
 * after it asks for itself, so that nobody is forgotten in between.
 */
final class RedisSubscriptions implements Runnable {
  /** The channel that says nothing but that the connection lives. */
  static final String HEARTBEAT = "heartbeat";

  private static final Logger LOG = Logger.getLogger(RedisSubscriptions.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Supplier<@Nullable UnifiedJedis> clients;
  private final String prefix;
  private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Ear ear;

  RedisSubscriptions(Supplier<@Nullable UnifiedJedis> clients, String prefix) {
    this.clients = clients;
    this.prefix = prefix;
  }

  Subscription add(String channel, Listener listener) {
    listeners.computeIfAbsent(prefix + channel, any -> new CopyOnWriteArrayList<>()).add(listener);
    Ear listening = ear;
    if (listening != null) {
      listening.askFor(Set.of(prefix + channel));
    }
    return () -> {
      List<Listener> left = listeners.get(prefix + channel);
      if (left != null) {
        left.remove(listener);
      }
    };
  }

  boolean isListening() {
    Ear listening = ear;
    return listening != null && listening.began;
  }

  @Override
  public void run() {
    GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
    try {
      do {
        UnifiedJedis client = clients.get();
        if (client != null && listen(client)) {
          pause.reset();
        }
      } while (!stopping.await(pause.next().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens until the connection ends; whether there was one. */
  private boolean listen(UnifiedJedis client) {
    Ear listening = new Ear();
    ear = listening;
    try {
      client.subscribe(listening, bytes(prefix + HEARTBEAT));
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0) {
        LOG.log(listening.began ? Level.INFO : Level.FINE, "listening to Redis ended", e);
      }
    } finally {
      ear = null;
    }
    return listening.began;
  }

  void stop() {
    stopping.countDown();
    Ear listening = ear;
    if (listening != null) {
      listening.endIfStopping();
    }
  }

  private void tell(String channel, Consumer<Listener> what) {
    for (Listener listener : listeners.getOrDefault(channel, List.of())) {
      try {
        what.accept(listener);
      } catch (RuntimeException e) {
        // one listener's failure must not keep the message from the others
        LOG.log(Level.WARNING, e, () -> "a listener failed on channel " + channel);
      }
    }
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private static String name(byte[] channel) {
    return new String(channel, StandardCharsets.UTF_8);
  }

  /** One connection. Its own thread and those that add channels write to it, one at a time. */
  private final class Ear extends BinaryJedisPubSub {
    private volatile boolean began;

    synchronized void askFor(Set<String> channels) {
      if (began && !channels.isEmpty()) {
        write(() -> subscribe(channels.stream().map(name -> bytes(name)).toArray(byte[][]::new)));
      }
    }

    synchronized void endIfStopping() {
      if (began && stopping.getCount() == 0) {
        write(this::unsubscribe);
      }
    }

    private void write(Runnable command) {
      try {
        command.run();
      } catch (JedisException e) {
        LOG.log(Level.FINE, "the connection is gone, which its thread will find too", e);
      }
    }

    @Override
    public void onSubscribe(byte[] channel, int subscribed) {
      if (!began) {
        begin();
      }
      tell(name(channel), Listener::connected);
    }

    private synchronized void begin() {
      began = true;
      askFor(listeners.keySet());
      endIfStopping();
    }

    @Override
    public void onMessage(byte[] channel, byte[] message) {
      tell(name(channel), listener -> listener.heard(message));
    }
  }
}
