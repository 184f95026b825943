package energy.optibid.stream.adapter;

import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.EventLogReader;
import energy.optibid.shared.DirectConnections;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Runs the publisher for as long as the application is deployed and Kafka is switched on. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EventPublisherThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private DirectConnections connections;
  @Inject private EventLog log;
  @Inject private EventLogReader reader;
  @Inject private KafkaService kafka;
  @Inject private KafkaSettings settings;
  @Inject private StreamFigures figures;
  private @Nullable EventPublisher publisher;

  @PostConstruct
  void start() {
    if (!settings.isOn()) {
      return;
    }
    EventPublisher started =
        new EventPublisher(
            connections, log, reader, new EventSender(kafka, settings), settings, figures);
    publisher = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-event-stream");
    thread.start();
  }

  @PreDestroy
  void stop() {
    EventPublisher running = publisher;
    if (running != null) {
      running.stop();
    }
  }
}
