package energy.optibid.notification.adapter;

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

/** Runs the worker for as long as the application is deployed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private AlertDesk alerts;
  @Inject private DeliveryRun deliveries;
  private @Nullable NotificationWorker worker;

  @PostConstruct
  void start() {
    NotificationWorker started = new NotificationWorker(alerts, deliveries);
    worker = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-notifications");
    thread.start();
  }

  @PreDestroy
  void stop() {
    NotificationWorker running = worker;
    if (running != null) {
      running.stop();
    }
  }
}
