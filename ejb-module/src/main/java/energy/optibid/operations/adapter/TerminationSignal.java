package energy.optibid.operations.adapter;

import energy.optibid.operations.Draining;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Has SIGTERM drain the node before the process ends; a second one ends it at once. A shutdown hook
 * would come too late: all of them run at the same time, the server's own among them, which takes
 * the application away from under its requests.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class TerminationSignal {
  private static final Logger LOG = Logger.getLogger(TerminationSignal.class.getName());
  private static final Signal TERM = new Signal("TERM");

  private final AtomicBoolean told = new AtomicBoolean();

  @Inject Draining draining;
  @Inject DrainSettings settings;
  private @Nullable ClassLoader application;
  private Duration notice = Duration.ZERO;
  private Duration patience = Duration.ZERO;
  private SignalHandler ending = SignalHandler.SIG_DFL;

  @PostConstruct
  void listen() {
    // the thread of a signal knows nothing of the application: neither its settings nor its beans
    application = Thread.currentThread().getContextClassLoader();
    notice = settings.notice();
    patience = settings.patience();
    try {
      ending = Signal.handle(TERM, this::drainAndEnd);
    } catch (IllegalArgumentException e) {
      LOG.log(
          Level.WARNING, "Signals are kept from this process (-Xrs); it ends without draining.", e);
    }
  }

  @PreDestroy
  void listenNoMore() {
    if (!ending.equals(SignalHandler.SIG_DFL)) {
      Signal.handle(TERM, ending);
    }
  }

  /** Ends the process whatever becomes of the draining. */
  private void drainAndEnd(Signal signal) {
    Thread thread = Thread.currentThread();
    try {
      if (told.compareAndSet(false, true)) {
        thread.setContextClassLoader(application);
        drain();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Ending without draining.", e);
    } finally {
      thread.setContextClassLoader(null);
      ending.handle(signal);
    }
  }

  private void drain() throws InterruptedException {
    draining.announce();
    Thread.sleep(notice.toMillis());
    int left = draining.close(patience);
    if (left > 0) {
      LOG.log(Level.WARNING, "Ending with {0} requests under way.", left);
    }
  }
}
