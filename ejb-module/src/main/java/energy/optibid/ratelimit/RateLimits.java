package energy.optibid.ratelimit;

import java.util.Optional;

/** Counts requests. */
public interface RateLimits {

  /**
   * Counts one request, if there is room for it.
   *
   * @return empty where the class has no limit
   */
  Optional<Allowance> take(RequestClass requests, Requester requester);
}
