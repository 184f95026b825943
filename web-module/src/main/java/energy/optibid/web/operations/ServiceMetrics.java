package energy.optibid.web.operations;

import energy.optibid.operations.Service;
import energy.optibid.operations.Service.Circuit;
import energy.optibid.operations.Service.Condition;
import energy.optibid.operations.Service.State;
import energy.optibid.resilience.ProbedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The optional services that are on as gauges, from what is known of them; none is asked. */
@ApplicationScoped
public class ServiceMetrics {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Instance<ProbedService> services;
  private final MetricRegistry metrics;

  @Inject
  public ServiceMetrics(@Any Instance<ProbedService> services, MetricRegistry metrics) {
    this.services = services;
    this.metrics = metrics;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object application) {
    for (ProbedService service : services) {
      if (service.enabled()) {
        gauge(service, "up", state -> state.state() == Condition.UP ? 1 : 0);
        gauge(service, "circuit_open", ServiceMetrics::open);
        gauge(service, "latency_seconds", ServiceMetrics::seconds);
        for (String figure : service.ask().figures().keySet()) {
          gauge(service, snake(figure), state -> state.figures().getOrDefault(figure, 0L));
        }
      }
    }
  }

  private void gauge(ProbedService service, String name, ToDoubleFunction<State> figure) {
    metrics.gauge(
        "optibid_service_" + name,
        service,
        asked -> figure.applyAsDouble(asked.ask()),
        new Tag("service", service.name()));
  }

  private static double open(State state) {
    Service.Guarded guarded = state.guarded();
    return guarded != null && guarded.circuit() == Circuit.OPEN ? 1 : 0;
  }

  private static double seconds(State state) {
    Long millis = state.latencyMs();
    return millis == null ? Double.NaN : millis / MILLIS_PER_SECOND;
  }

  /** {@code deadLetters} becomes {@code dead_letters}. */
  private static String snake(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
