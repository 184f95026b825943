package energy.optibid.resilience;

import energy.optibid.operations.Service;
import energy.optibid.resilience.domain.FailureSentence;
import energy.optibid.resilience.domain.ServiceJournal;
import energy.optibid.shared.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** The one way to an optional service: through its guard, and noted. */
public final class GuardedService {
  private static final Logger LOG = Logger.getLogger(GuardedService.class.getName());

  private final String name;
  private final Guard guard;
  private final ServiceJournal journal;

  /**
   * @param name lower-case name of the service
   * @param fallback what serves while it is away, a few words for the operator
   */
  public GuardedService(String name, String fallback, Guard guard, Clock clock) {
    this.name = name;
    this.guard = guard;
    this.journal = new ServiceJournal(fallback, clock);
  }

  /** Lower-case name of the service. */
  public String name() {
    return name;
  }

  /**
   * Asks the service.
   *
   * @throws ServiceUnavailableException whatever keeps it from answering; what the work throws as a
   *     {@link ProblemException} is the caller's own affair and comes through
   */
  public <T> T call(Callable<T> work) throws ServiceUnavailableException {
    long start = System.nanoTime();
    try {
      T answer = guard.call(work);
      if (journal.answered(Duration.ofNanos(System.nanoTime() - start))) {
        LOG.log(Level.INFO, "{0} is at work", name);
      }
      return answer;
    } catch (ProblemException e) {
      throw e;
    } catch (CircuitBreakerOpenException e) {
      journal.refused();
      throw unavailable(e);
    } catch (BulkheadException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (Exception e) {
      if (journal.failed(FailureSentence.of(e))) {
        LOG.log(Level.WARNING, e, () -> name + " " + FailureSentence.of(e));
      }
      throw unavailable(e);
    }
  }

  /** Asks the service, or the fallback where it does not answer. */
  public <T> T callOr(Callable<T> work, Supplier<T> fallback) {
    try {
      return call(work);
    } catch (ServiceUnavailableException e) {
      LOG.log(Level.FINE, "fallback", e);
      journal.fellBack();
      return fallback.get();
    }
  }

  /**
   * How the service is, from what was noted; it is not asked.
   *
   * @param figures counts of its own
   */
  public Service.State state(Map<String, Long> figures) {
    return journal.state(figures);
  }

  private ServiceUnavailableException unavailable(Exception cause) {
    return new ServiceUnavailableException(name, FailureSentence.of(cause), cause);
  }
}
