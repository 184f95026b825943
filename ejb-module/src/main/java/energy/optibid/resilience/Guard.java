package energy.optibid.resilience;

import java.util.concurrent.Callable;

/**
 * Lets a call through to a service, or not. In the server it is a bean per service whose method
 * carries {@code @CircuitBreaker}, {@code @Bulkhead} and {@code @Timeout}; what it throws then is
 * MicroProfile Fault Tolerance's.
 */
@FunctionalInterface
public interface Guard {
  <T> T call(Callable<T> work) throws Exception;
}
