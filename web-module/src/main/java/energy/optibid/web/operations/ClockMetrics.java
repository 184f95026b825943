package energy.optibid.web.operations;

import energy.optibid.timekeeping.ClockSkew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How far this node's clock is ahead of others', in seconds; NaN where nobody answered. */
@ApplicationScoped
public class ClockMetrics {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final ClockSkew skew;
  private final MetricRegistry metrics;

  @Inject
  public ClockMetrics(ClockSkew skew, MetricRegistry metrics) {
    this.skew = skew;
    this.metrics = metrics;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object application) {
    metrics.gauge(
        "optibid_clock_database_skew_seconds", skew, asked -> seconds(asked.read().database()));
    metrics.gauge(
        "optibid_clock_time_server_skew_seconds",
        skew,
        asked -> seconds(asked.read().timeServer()));
  }

  private static double seconds(Optional<Duration> off) {
    return off.map(skew -> skew.toMillis() / MILLIS_PER_SECOND).orElse(Double.NaN);
  }
}
