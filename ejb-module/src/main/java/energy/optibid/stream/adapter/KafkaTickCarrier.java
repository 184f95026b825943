package energy.optibid.stream.adapter;

import energy.optibid.market.TickCarrier;
import energy.optibid.resilience.ServiceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Ticks between nodes by a topic of Kafka's, whose key is the channel. */
@ApplicationScoped
@Typed({TickCarrier.class, KafkaTickCarrier.class})
public class KafkaTickCarrier implements TickCarrier {
  private static final Logger LOG = Logger.getLogger(KafkaTickCarrier.class.getName());

  /** A few seconds of a busy feed; who is farther behind begins anew with the newest. */
  private static final long MOST_BEHIND = 10_000;

  private final KafkaService kafka;
  private final KafkaSettings settings;
  private final StreamFigures figures;
  private final TopicWriter writer;
  private final long mostBehind;
  private volatile @Nullable TickReader reader;

  @Inject
  public KafkaTickCarrier(KafkaService kafka, KafkaSettings settings, StreamFigures figures) {
    this(kafka, settings, figures, MOST_BEHIND);
  }

  KafkaTickCarrier(
      KafkaService kafka, KafkaSettings settings, StreamFigures figures, long mostBehind) {
    this.kafka = kafka;
    this.settings = settings;
    this.figures = figures;
    this.writer = new TopicWriter(kafka, settings);
    this.mostBehind = mostBehind;
  }

  @Override
  public boolean isOn() {
    return settings.isOn();
  }

  @Override
  public int precedence() {
    return 2;
  }

  @Override
  public boolean send(List<Parcel> parcels) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(parcels.size());
    for (Parcel parcel : parcels) {
      records.add(
          new ProducerRecord<>(
              settings.topics().priceTicks(),
              parcel.key().getBytes(StandardCharsets.UTF_8),
              parcel.text().getBytes(StandardCharsets.UTF_8)));
    }
    try {
      return writer.writeIfAllowed(records);
    } catch (ServiceUnavailableException e) {
      LOG.log(Level.FINE, "ticks are not passed on", e);
      return false;
    }
  }

  @Override
  public void dropped(int ticks) {
    figures.ticksDropped(ticks);
  }

  @Override
  public void listen(Listener listener, ThreadFactory threads) {
    TickReader started = new TickReader(kafka, settings, figures, listener, mostBehind);
    reader = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-tick-reader");
    thread.start();
  }

  @Override
  public void close() {
    TickReader running = reader;
    if (running != null) {
      running.stop();
    }
    writer.close();
  }
}
