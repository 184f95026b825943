package energy.optibid.analytics.adapter;

import energy.optibid.resilience.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Lets questions through to ClickHouse; each has a shorter time-out of its own. */
@ApplicationScoped
@Typed(ClickHouseGuard.class)
public class ClickHouseGuard implements Guard {

  @Override
  @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.5, delay = 5_000)
  @Bulkhead(16)
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
