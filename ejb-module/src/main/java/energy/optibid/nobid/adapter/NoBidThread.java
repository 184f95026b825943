package energy.optibid.nobid.adapter;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at the gates once a second for as long as the application is deployed. */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "SharedExchange"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NoBidThread {
  private static final Logger LOG = Logger.getLogger(NoBidThread.class.getName());

  @Resource private ManagedThreadFactory threads;
  @Inject private NoBidWatch watch;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @PostConstruct
  void start() {
    Thread thread = threads.newThread(this::work);
    thread.setName("optibid-no-bid-watch");
    thread.start();
  }

  private void work() {
    try {
      while (!stopping.await(1, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      watch.look();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "gates cannot be looked at, trying again", e);
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }
}
