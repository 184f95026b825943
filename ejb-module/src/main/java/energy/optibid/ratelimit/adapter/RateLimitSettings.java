package energy.optibid.ratelimit.adapter;

import energy.optibid.ratelimit.RequestClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Requests per {@code optibid.rate-limit.window} (ISO 8601): {@code auth} per address, {@code
 * reads}, {@code writes} and {@code uploads} per person who is signed in and otherwise per address;
 * 0 for no limit.
 */
@ApplicationScoped
public class RateLimitSettings {
  private final Duration window;
  private final Map<RequestClass, Long> limits = new EnumMap<>(RequestClass.class);

  @Inject
  public RateLimitSettings(Config config) {
    this(name -> config.getValue(name, String.class));
  }

  RateLimitSettings(Function<String, String> config) {
    window = Duration.parse(config.apply("optibid.rate-limit.window"));
    if (window.toSeconds() < 1) {
      throw new IllegalArgumentException("optibid.rate-limit.window must be at least PT1S.");
    }
    for (RequestClass requests : RequestClass.values()) {
      String name = "optibid.rate-limit." + requests.slug();
      long limit = Long.parseLong(config.apply(name));
      if (limit < 0) {
        throw new IllegalArgumentException(name + " must not be negative.");
      }
      limits.put(requests, limit);
    }
  }

  Duration window() {
    return window;
  }

  /** Zero for no limit. */
  long limit(RequestClass requests) {
    return Objects.requireNonNull(limits.get(requests));
  }
}
