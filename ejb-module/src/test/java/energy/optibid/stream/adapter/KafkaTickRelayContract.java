package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.market.TickCarrier;
import energy.optibid.market.TickCarrier.Listener;
import energy.optibid.market.TickCarrier.Parcel;
import energy.optibid.market.adapter.TickRelayContract;
import energy.optibid.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ticks by a real broker's topic, and what is Kafka's own about it. */
abstract class KafkaTickRelayContract extends TickRelayContract {
  private KafkaSettings settings = new KafkaSettings(Map.of());
  private final List<KafkaTickCarrier> carriers = new ArrayList<>();

  abstract TestBroker broker();

  @BeforeEach
  void ownTopics() {
    settings = broker().settings("optibid.kafka.client.metadata.max.age.ms", "500");
  }

  @AfterEach
  void closeCarriers() {
    carriers.forEach(KafkaTickCarrier::close);
  }

  @Override
  protected TickCarrier carrier() {
    StreamFigures figures = new StreamFigures();
    return new KafkaTickCarrier(TestBroker.service(settings, figures), settings, figures);
  }

  @Override
  protected void kill() {
    broker().kafka().process().kill();
  }

  @Override
  protected void startAgain() {
    broker().kafka().start();
  }

  /** What a node hears. */
  private static final class Ears implements Listener {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connected = new AtomicInteger();
    private volatile Runnable atMessage = () -> {};

    @Override
    public void heard(String text) {
      atMessage.run();
      heard.add(text);
    }

    @Override
    public void connected() {
      connected.incrementAndGet();
    }
  }

  private KafkaTickCarrier listening(Ears ears, StreamFigures figures, long mostBehind) {
    KafkaTickCarrier carrier =
        new KafkaTickCarrier(TestBroker.service(settings, figures), settings, figures, mostBehind);
    carriers.add(carrier);
    carrier.listen(ears, Thread::new);
    Waiting.until("it listens", () -> ears.connected.get() > 0);
    return carrier;
  }

  private static long figure(StreamFigures figures, String name) {
    return figures.all().getOrDefault(name, -1L);
  }

  @Test
  void theTopicKeepsTicksForAnHour_andItsPartitionsAreCounted()
      throws ExecutionException, InterruptedException {
    StreamFigures figures = new StreamFigures();
    listening(new Ears(), figures, 10);
    assertEquals(3, figure(figures, "tickPartitions"));
    ConfigResource topic =
        new ConfigResource(ConfigResource.Type.TOPIC, settings.topics().priceTicks());
    try (Admin admin = Admin.create(settings.admin())) {
      Config config =
          Objects.requireNonNull(admin.describeConfigs(List.of(topic)).all().get().get(topic));
      assertEquals("3600000", config.get("retention.ms").value());
    }
  }

  @Test
  void partitionsThatAreAddedLater_areHeardToo() throws ExecutionException, InterruptedException {
    Ears ears = new Ears();
    StreamFigures figures = new StreamFigures();
    KafkaTickCarrier carrier = listening(ears, figures, 10);
    try (Admin admin = Admin.create(settings.admin())) {
      admin
          .createPartitions(Map.of(settings.topics().priceTicks(), NewPartitions.increaseTo(8)))
          .all()
          .get();
    }
    Waiting.until("all are heard", () -> figure(figures, "tickPartitions") == 8);
    assertEquals(2, ears.connected.get());
    for (int i = 0; i < 40; i++) {
      assertTrue(carrier.send(List.of(new Parcel("key" + i, "text" + i))));
    }
    Waiting.until("every key is heard", () -> ears.heard.size() == 40);
  }

  @Test
  void whoFallsFarBehind_leavesOutWhatIsOld_andGreetsAnew() {
    Ears ears = new Ears();
    StreamFigures figures = new StreamFigures();
    KafkaTickCarrier carrier = listening(ears, figures, 100);
    // while the first message is heard, many more are sent
    ears.atMessage =
        () -> {
          ears.atMessage = () -> {};
          List<Parcel> many = new ArrayList<>();
          for (int i = 0; i < 5_000; i++) {
            many.add(new Parcel("key", "text" + i));
          }
          assertTrue(carrier.send(many));
        };
    assertTrue(carrier.send(List.of(new Parcel("key", "first"))));
    Waiting.until("it greets anew", () -> ears.connected.get() == 2);
    assertTrue(carrier.send(List.of(new Parcel("key", "last"))));
    Waiting.until("it goes on", () -> ears.heard.contains("last"));
    assertFalse(ears.heard.contains("text4999"));
    Waiting.until("nothing waits", () -> figure(figures, "tickMessagesWaiting") == 0);
  }
}
