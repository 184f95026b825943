package energy.optibid.stream.adapter;

import energy.optibid.resilience.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Lets batches and questions through to Kafka. No request of a user waits for it. */
@ApplicationScoped
@Typed(KafkaGuard.class)
public class KafkaGuard implements Guard {

  @Override
  @CircuitBreaker(requestVolumeThreshold = 2, failureRatio = 1.0, delay = 5_000)
  @Bulkhead(6)
  @Timeout(value = 15, unit = ChronoUnit.SECONDS)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
