package energy.optibid.market.adapter;

import energy.optibid.market.TickCarrier;
import energy.optibid.redis.Redis;
import energy.optibid.redis.RedisFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Ticks between nodes by a channel of Redis. */
@ApplicationScoped
@Typed({TickCarrier.class, RedisFigures.class, RedisTickCarrier.class})
public class RedisTickCarrier implements TickCarrier, RedisFigures {
  static final String CHANNEL = "price-ticks";

  private final Redis redis;
  private final LongAdder dropped = new LongAdder();
  private volatile Redis.@Nullable Subscription subscription;

  @Inject
  public RedisTickCarrier(Redis redis) {
    this.redis = redis;
  }

  @Override
  public boolean isOn() {
    return redis.isOn();
  }

  @Override
  public int precedence() {
    return 1;
  }

  @Override
  public boolean send(List<Parcel> parcels) {
    return redis.callOr(
        commands -> {
          for (Parcel parcel : parcels) {
            commands.publish(CHANNEL, parcel.text().getBytes(StandardCharsets.UTF_8));
          }
          return true;
        },
        () -> false);
  }

  @Override
  public void dropped(int ticks) {
    dropped.add(ticks);
  }

  @Override
  public void listen(Listener listener, ThreadFactory threads) {
    subscription =
        redis.subscribe(
            CHANNEL,
            new Redis.Listener() {
              @Override
              public void heard(byte[] message) {
                listener.heard(new String(message, StandardCharsets.UTF_8));
              }

              @Override
              public void connected() {
                listener.connected();
              }
            });
  }

  @Override
  public void close() {
    Redis.Subscription listening = subscription;
    if (listening != null) {
      listening.close();
    }
  }

  @Override
  public Map<String, Long> figures() {
    return Map.of("ticksDropped", dropped.sum());
  }
}
