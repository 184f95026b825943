package energy.optibid.stream.adapter;

import energy.optibid.local.LocalKafka;
import energy.optibid.resilience.Guard;
import energy.optibid.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker of its kind, started once per JVM; every test has topics of its own by their prefix. */
final class TestBroker {
  static final Duration PATIENCE = Duration.ofSeconds(120);

  /** A current one. */
  static final TestBroker KRAFT = new TestBroker(LocalKafka::new);

  /** One of the last line with ZooKeeper. */
  static final TestBroker ZOOKEEPER = new TestBroker(LocalKafka::withZooKeeper);

  private final LocalKafka kafka;
  private boolean started;

  TestBroker(Function<Path, LocalKafka> kind) {
    try {
      kafka = kind.apply(Files.createTempDirectory("optibid-kafka"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized LocalKafka kafka() {
    if (!started) {
      kafka.start();
      Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
      started = true;
    }
    return kafka;
  }

  String address() {
    return Objects.requireNonNull(kafka().settings().get("optibid.kafka.bootstrap-servers"));
  }

  /** Settings with a prefix nobody else has. */
  KafkaSettings settings(String... more) {
    return settings(kafka().settings(), "t" + UUID.randomUUID(), more);
  }

  static KafkaSettings settings(Map<String, String> broker, String prefix, String... more) {
    Map<String, String> values = new HashMap<>(broker);
    values.put("optibid.kafka.topic-prefix", prefix);
    // a consumer that was killed is missed soon
    values.put("optibid.kafka.client.session.timeout.ms", "6000");
    values.put("optibid.kafka.client.heartbeat.interval.ms", "500");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new KafkaSettings(values);
  }

  static KafkaService service(KafkaSettings settings, StreamFigures figures) {
    return new KafkaService(settings, figures, (Guard) Callable::call, Clock.systemUTC());
  }

  /** Reads a topic from its beginning until the messages will do. */
  static List<ConsumerRecord<String, String>> read(
      KafkaSettings settings,
      String topic,
      Predicate<List<ConsumerRecord<String, String>>> enough) {
    List<ConsumerRecord<String, String>> read = new ArrayList<>();
    Properties properties = settings.admin();
    // the platform makes its topics; a broker that has just started refuses to make one for a
    // reader
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      Waiting.until("there is a topic " + topic, () -> !consumer.partitionsFor(topic).isEmpty());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant deadline = Instant.now().plus(PATIENCE);
      while (!enough.test(read)) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError("only " + read.size() + " messages came on " + topic);
        }
        consumer.poll(Duration.ofMillis(200)).forEach(read::add);
      }
    }
    return read;
  }

  static String header(ConsumerRecord<String, String> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
