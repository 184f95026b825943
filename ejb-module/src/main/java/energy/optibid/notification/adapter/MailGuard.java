package energy.optibid.notification.adapter;

import energy.optibid.resilience.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Lets questions through to the mail server. */
@ApplicationScoped
@Typed(MailGuard.class)
public class MailGuard implements Guard {

  @Override
  @CircuitBreaker(requestVolumeThreshold = 2, failureRatio = 1.0, delay = 10_000)
  @Bulkhead(2)
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
