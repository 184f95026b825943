package energy.optibid.tracking.adapter;

import energy.optibid.resilience.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Lets questions through to the tracking server. */
@ApplicationScoped
@Typed(MlflowGuard.class)
public class MlflowGuard implements Guard {

  // in milliseconds: Payara 6 takes the number for that, whatever the unit says
  @Override
  @CircuitBreaker(requestVolumeThreshold = 2, failureRatio = 1.0, delay = 15_000)
  @Bulkhead(2)
  @Timeout(value = 10, unit = ChronoUnit.SECONDS)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
