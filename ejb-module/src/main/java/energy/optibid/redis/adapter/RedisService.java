package energy.optibid.redis.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.redis.RedisFigures;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Redis as an optional service. */
@ApplicationScoped
public class RedisService implements ProbedService {
  private static final Use USE =
      new Use(
          "sharing-between-nodes",
          Extent.FALLBACK,
          "Redis is not switched on; each node has its own cache and request limits, and without Kafka"
              + " its own live prices",
          Extent.FALLBACK,
          "Redis cannot be used; each node has its own cache and request limits, and without Kafka its"
              + " own live prices");

  private final JedisRedis redis;
  private final Instance<RedisFigures> users;

  @Inject
  public RedisService(JedisRedis redis, @Any Instance<RedisFigures> users) {
    this.redis = redis;
    this.users = users;
  }

  @Override
  public boolean enabled() {
    return redis.isOn();
  }

  @Override
  public GuardedService guarded() {
    return redis.guarded();
  }

  @Override
  public void probe() {
    redis.probe();
  }

  @Override
  public Use use() {
    return USE;
  }

  @Override
  public Map<String, Long> figures() {
    Map<String, Long> figures = new HashMap<>(redis.figures());
    users.forEach(user -> figures.putAll(user.figures()));
    return figures;
  }
}
