package energy.optibid.stream.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Kafka. Events wait in the log while it is away. */
@ApplicationScoped
public class KafkaService implements ProbedService {
  private static final Logger LOG = Logger.getLogger(KafkaService.class.getName());
  private static final Use USE =
      new Use(
          "event-stream",
          Extent.FALLBACK,
          "Kafka is not switched on; events stay in the platform, prices come by API and import",
          Extent.FALLBACK,
          "Kafka cannot be reached; events and prices wait and are caught up with, live prices stay"
              + " on their node");

  /** Nobody reads ticks of yesterday. */
  private static final String LIFE_OF_TICKS = Long.toString(Duration.ofHours(1).toMillis());

  private final KafkaSettings settings;
  private final StreamFigures figures;
  private final GuardedService guarded;
  private @Nullable Admin admin;

  @Inject
  public KafkaService(
      KafkaSettings settings, StreamFigures figures, KafkaGuard guard, Clock clock) {
    this(settings, figures, (Guard) guard, clock);
  }

  KafkaService(KafkaSettings settings, StreamFigures figures, Guard guard, Clock clock) {
    this.settings = settings;
    this.figures = figures;
    this.guarded = new GuardedService("kafka", "events wait in the log", guard, clock);
  }

  @Override
  public boolean enabled() {
    return settings.isOn();
  }

  @Override
  public GuardedService guarded() {
    return guarded;
  }

  /** Asks who controls the cluster. */
  @Override
  public void probe() throws Exception {
    KafkaAnswer.of(admin().describeCluster().controller());
  }

  /**
   * Makes the platform's topics where they are missing, with the broker's own number of partitions
   * and replicas; ticks are kept for an hour. Whoever wants others makes them before.
   */
  void makeTopics() throws Exception {
    Set<String> missing = new HashSet<>(settings.topics().all());
    missing.removeAll(KafkaAnswer.of(admin().listTopics().names()));
    for (String topic : missing) {
      NewTopic made = new NewTopic(topic, Optional.empty(), Optional.empty());
      if (topic.equals(settings.topics().priceTicks())) {
        made.configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG, LIFE_OF_TICKS,
                TopicConfig.SEGMENT_MS_CONFIG, LIFE_OF_TICKS));
      }
      try {
        KafkaAnswer.of(admin().createTopics(List.of(made)).all());
      } catch (TopicExistsException e) {
        LOG.log(Level.FINE, "another node made it", e);
      } catch (AuthorizationException e) {
        LOG.log(Level.INFO, "topic {0} has to be made by hand: {1}", new Object[] {topic, e});
      }
    }
  }

  /** Made when it is first needed: a name that cannot be resolved fails here. */
  private synchronized Admin admin() {
    Admin open = admin;
    if (open == null) {
      open = Admin.create(settings.admin());
      admin = open;
    }
    return open;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  @Override
  public Use use() {
    return USE;
  }

  @Override
  public Map<String, Long> figures() {
    return figures.all();
  }
}
