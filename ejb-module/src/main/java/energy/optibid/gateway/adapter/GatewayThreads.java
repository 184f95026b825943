package energy.optibid.gateway.adapter;

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
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The gateway's threads for as long as the application is deployed: senders that tell exchanges
 * what is due, one that reads what exchanges leave and moves the gates of their auctions, and one
 * that asks for results, which waits for exchanges.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class GatewayThreads {
  private static final Logger LOG = Logger.getLogger(GatewayThreads.class.getName());
  private static final int SENDERS = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Resource private ManagedThreadFactory threads;
  @Inject private MessageSender sender;
  @Inject private ExchangeRounds rounds;
  @Inject private ResultPolling results;
  @Inject private SenderWakes wakes;
  private final SenderWakes roundsOnly = new SenderWakes();
  private final SenderWakes resultsOnly = new SenderWakes();
  private volatile boolean stopping;

  @PostConstruct
  void start() {
    for (int i = 1; i <= SENDERS; i++) {
      launch("optibid-gateway-sender-" + i, sender::next, wakes);
    }
    launch("optibid-gateway-rounds", rounds::go, roundsOnly);
    launch("optibid-gateway-results", this::askForResults, resultsOnly);
  }

  private boolean askForResults() {
    results.askAll();
    return false;
  }

  private void launch(String name, BooleanSupplier work, SenderWakes idle) {
    Thread thread = threads.newThread(() -> loop(name, work, idle));
    thread.setName(name);
    thread.start();
  }

  /** Works while there is work; a failure costs one round. */
  private void loop(String name, BooleanSupplier work, SenderWakes idle) {
    while (!stopping) {
      boolean more = false;
      try {
        more = work.getAsBoolean();
      } catch (RuntimeException e) {
        if (!stopping) {
          LOG.log(Level.WARNING, name + " failed, trying again", e);
        }
      }
      if (!more && !stopping) {
        try {
          idle.await(PAUSE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    for (int i = 0; i < SENDERS; i++) {
      wakes.wake();
    }
    roundsOnly.wake();
    resultsOnly.wake();
  }
}
