package energy.optibid.outbox.adapter;

import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.outbox.domain.DeliveryLedger;
import energy.optibid.outbox.domain.RetryPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers this server's consumers and runs the dispatcher while the application is deployed. */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "EventRelayThread"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliveryThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private DeliveryDesk desk;
  @Inject private DeliveryLedger ledger;
  @Inject private DeliveryCarrier carrier;
  @Inject private RetryPolicy policy;
  @Inject private DatabaseSignals signals;
  @EJB private EventRelayThread relay;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private @Nullable DirectTransport direct;
  private @Nullable DeliveryDispatcher dispatcher;

  @PostConstruct
  void start() {
    desk.register();
    DirectTransport within = new DirectTransport(desk::deliver, threads);
    direct = within;
    DeliveryDispatcher started =
        new DeliveryDispatcher(ledger, desk.queues(), carrier, within, policy, relay::isLeading);
    dispatcher = started;
    for (String signal : List.of(EventRelay.LOG_SIGNAL, EventRelay.DELIVERY_SIGNAL)) {
      subscriptions.add(signals.onSignal(signal, started::wake));
    }
    Thread thread = threads.newThread(started);
    thread.setName("optibid-deliveries");
    thread.start();
  }

  @PreDestroy
  void stop() {
    subscriptions.forEach(Subscription::close);
    DeliveryDispatcher running = dispatcher;
    if (running != null) {
      running.stop();
    }
    DirectTransport within = direct;
    if (within != null) {
      within.close();
    }
  }
}
