package energy.optibid.exchange.adapter;

import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.shared.PlatformTransactions;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Runs the scheduler for as long as the application is deployed. */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SharedExchange"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ExchangeSchedulerThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private PlatformTransactions transactions;
  @Inject private ExchangeStore store;
  @Inject private EventPerformance performance;
  @Inject private Clock clock;
  private @Nullable ExchangeScheduler scheduler;

  @PostConstruct
  void start() {
    ExchangeScheduler started = new ExchangeScheduler(transactions, store, performance, clock);
    scheduler = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-exchange-scheduler");
    thread.start();
  }

  /** Somebody moved a clock. */
  public void wake() {
    ExchangeScheduler running = scheduler;
    if (running != null) {
      running.wake();
    }
  }

  @PreDestroy
  void stop() {
    ExchangeScheduler running = scheduler;
    if (running != null) {
      running.stop();
    }
  }
}
