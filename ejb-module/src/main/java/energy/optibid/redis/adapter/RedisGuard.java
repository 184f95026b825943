package energy.optibid.redis.adapter;

import energy.optibid.resilience.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Lets calls through to Redis. Its sockets and its pool give up by themselves within {@code
 * optibid.redis.timeout}, so no timer watches each call.
 */
@ApplicationScoped
@Typed(RedisGuard.class)
public class RedisGuard implements Guard {

  @Override
  @CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.5, delay = 3_000)
  @Bulkhead(32)
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }
}
