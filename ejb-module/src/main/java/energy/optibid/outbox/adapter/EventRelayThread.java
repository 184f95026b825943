package energy.optibid.outbox.adapter;

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

/** Runs the relay for as long as the application is deployed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EventRelayThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private DirectConnections connections;
  @Inject private EventFanOut fanOut;
  private @Nullable EventRelay relay;

  @PostConstruct
  void start() {
    EventRelay started = new EventRelay(connections, fanOut);
    relay = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-event-relay");
    thread.start();
  }

  /** Whether this server moves the events at the moment. */
  public boolean isLeading() {
    EventRelay running = relay;
    return running != null && running.isLeading();
  }

  @PreDestroy
  void stop() {
    EventRelay running = relay;
    if (running != null) {
      running.stop();
    }
  }
}
