package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.optibid.market.PriceTick;
import energy.optibid.market.TickCarrier;
import energy.optibid.market.TickRelay;
import energy.optibid.market.adapter.CarriedTickRelay;
import energy.optibid.market.adapter.RedisTickCarrier;
import energy.optibid.redis.Redis;
import energy.optibid.redis.RedisCommands;
import energy.optibid.resilience.ServiceUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Kafka and Redis may both be on; then one of them carries ticks. */
class TickPrecedenceTest {
  private final List<String> listening = new ArrayList<>();

  /** A Redis that is on or off and remembers who listens. */
  private final class ListenedRedis implements Redis {
    private final boolean on;

    ListenedRedis(boolean on) {
      this.on = on;
    }

    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public <T> T call(Function<RedisCommands, T> work) throws ServiceUnavailableException {
      throw new IllegalStateException("nobody asks it here");
    }

    @Override
    public <T> T callOr(Function<RedisCommands, T> work, Supplier<T> fallback) {
      return fallback.get();
    }

    @Override
    public Subscription subscribe(String channel, Listener listener) {
      listening.add("redis");
      return () -> {};
    }
  }

  private static TickCarrier kafka(Map<String, String> address) {
    KafkaSettings settings = new KafkaSettings(address);
    StreamFigures figures = new StreamFigures();
    return new KafkaTickCarrier(TestBroker.service(settings, figures), settings, figures);
  }

  private static final TickRelay.Node NOBODY =
      new TickRelay.Node() {
        @Override
        public void receive(List<PriceTick> ticks) {}

        @Override
        public void catchUp(List<PriceTick> newest) {}

        @Override
        public List<PriceTick> newest() {
          return List.of();
        }
      };

  /** Who listens when these are on; a thread is made for Kafka's reader and not started. */
  private List<String> listens(boolean redis, boolean kafka) {
    CarriedTickRelay relay =
        new CarriedTickRelay(
            List.of(
                new RedisTickCarrier(new ListenedRedis(redis)),
                kafka(
                    kafka ? Map.of("optibid.kafka.bootstrap-servers", "127.0.0.1:1") : Map.of())));
    listening.clear();
    relay.connect(
        NOBODY,
        work -> {
          if (work instanceof TickReader) {
            listening.add("kafka");
          }
          return new Thread(() -> {});
        });
    assertEquals(redis || kafka, relay.isOn());
    relay.close();
    return List.copyOf(listening);
  }

  @Test
  void whereBothAreOn_kafkaCarriesAlone() {
    assertEquals(List.of("kafka"), listens(true, true));
  }

  @Test
  void whereOneIsOn_itCarries() {
    assertEquals(List.of("redis"), listens(true, false));
    assertEquals(List.of("kafka"), listens(false, true));
  }

  @Test
  void whereNoneIsOn_ticksStayOnTheirNode() {
    assertEquals(List.of(), listens(false, false));
    assertFalse(new CarriedTickRelay(List.of()).isOn());
  }
}
