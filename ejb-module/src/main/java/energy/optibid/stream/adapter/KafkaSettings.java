package energy.optibid.stream.adapter;

import energy.optibid.stream.domain.StreamTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.eclipse.microprofile.config.Config;

/**
 * Kafka: {@code optibid.kafka.bootstrap-servers} (without it Kafka is off), {@code topic-prefix},
 * {@code first-start} (what of the log is sent when nothing has been sent yet), {@code feed.batch}
 * (most messages of the feed in one transaction), {@code feed.attempts} (at a message the database
 * refuses) and every property of Kafka's client under {@code optibid.kafka.client.}.
 */
@ApplicationScoped
public class KafkaSettings {
  private static final String KEY = "optibid.kafka.";
  private static final String CLIENT = KEY + "client.";

  /** Read by name too, because names of environment variables cannot be turned back into these. */
  private static final List<String> USUAL_CLIENT_PROPERTIES =
      List.of(
          CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
          SaslConfigs.SASL_MECHANISM,
          SaslConfigs.SASL_JAAS_CONFIG,
          SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
          SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
          SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
          SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
          SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
          SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
          SslConfigs.SSL_KEY_PASSWORD_CONFIG,
          SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);

  private static final int REQUEST_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 10_000;
  private static final int LONGEST_RECONNECT_PAUSE_MILLIS = 1_000;
  private static final int PRODUCER_BATCH_BYTES = 128 * 1024;

  /** Of each partition, so that the next batch is here while one is being stored. */
  private static final int FETCHED_BYTES = 4 * 1024 * 1024;

  private final Optional<String> servers;
  private final StreamTopics topics;
  private final FirstStart firstStart;
  private final int feedBatch;
  private final int feedAttempts;
  private final Properties client = new Properties();

  /** What of the log is sent when nothing has been sent yet. */
  enum FirstStart {
    /** All of it. */
    EARLIEST,
    /** Nothing of it, only what happens from now on. */
    LATEST
  }

  @Inject
  public KafkaSettings(Config config) {
    this(config.getPropertyNames(), name -> config.getOptionalValue(name, String.class));
  }

  KafkaSettings(Map<String, String> values) {
    this(values.keySet(), name -> Optional.ofNullable(values.get(name)));
  }

  private KafkaSettings(Iterable<String> names, Function<String, Optional<String>> config) {
    servers = text(config, "bootstrap-servers");
    topics = new StreamTopics(text(config, "topic-prefix").orElse("optibid"));
    firstStart =
        text(config, "first-start")
            .map(word -> FirstStart.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(FirstStart.EARLIEST);
    feedBatch = text(config, "feed.batch").map(Integer::valueOf).orElse(20_000);
    feedAttempts = text(config, "feed.attempts").map(Integer::valueOf).orElse(3);
    List<String> properties = new ArrayList<>(USUAL_CLIENT_PROPERTIES);
    for (String name : names) {
      if (name.startsWith(CLIENT)) {
        properties.add(name.substring(CLIENT.length()));
      }
    }
    for (String property : properties) {
      text(config, "client." + property).ifPresent(value -> client.setProperty(property, value));
    }
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply(KEY + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return servers.isPresent();
  }

  StreamTopics topics() {
    return topics;
  }

  FirstStart firstStart() {
    return firstStart;
  }

  int feedAttempts() {
    return feedAttempts;
  }

  /** For the administration client: it waits five seconds for an answer. */
  Properties admin() {
    Properties properties = common();
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return properties;
  }

  /** Every replica in sync has a message before it is acknowledged, and once only per session. */
  Properties producer() {
    Properties properties = common();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, PRODUCER_BATCH_BYTES);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    return properties;
  }

  /** The nodes of an installation are one group; what they have read they say themselves. */
  Properties feedConsumer() {
    Properties properties = common();
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + ".market-feed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, feedBatch);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.putAll(client);
    return properties;
  }

  /**
   * Each node hears all of the ticks' topic by itself, and is told when its place in it is gone.
   */
  Properties tickConsumer() {
    Properties properties = common();
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    properties.putAll(client);
    return properties;
  }

  private Properties common() {
    Properties properties = new Properties();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers.orElseThrow());
    properties.put(
        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_PAUSE_MILLIS);
    // its figures go neither to JMX nor to the broker: the platform has its own
    properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.putAll(client);
    return properties;
  }
}
