package energy.optibid.ratelimit.adapter;

import energy.optibid.ratelimit.Allowance;
import energy.optibid.ratelimit.RateLimits;
import energy.optibid.ratelimit.RequestClass;
import energy.optibid.ratelimit.Requester;
import energy.optibid.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The limits of the settings, counted in Redis where it is on. */
@ApplicationScoped
@Typed(RateLimits.class)
public class CountedRateLimits implements RateLimits {
  private final RateLimitSettings settings;
  private final RequestCounter counter;

  @Inject
  public CountedRateLimits(RateLimitSettings settings, Redis redis, Clock clock) {
    this.settings = settings;
    RequestCounter local = new LocalRequestCounter(clock, settings.window());
    this.counter = redis.isOn() ? new RedisRequestCounter(redis, local) : local;
  }

  @Override
  public Optional<Allowance> take(RequestClass requests, Requester requester) {
    long limit = settings.limit(requests);
    if (limit == 0) {
      return Optional.empty();
    }
    String key = requests.slug() + ":" + requester.key();
    return Optional.of(counter.take(key, limit, settings.window()).of(limit, settings.window()));
  }
}
