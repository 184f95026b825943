package energy.optibid.web.operations;

import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.Deliveries.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Events on their way to consumers as gauges, counted at most once in two seconds; NaN where they
 * cannot be counted.
 */
@ApplicationScoped
public class DeliveryMetrics {
  private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Figures NONE = new Figures(0, Duration.ZERO, 0, 0, false);

  private final Deliveries deliveries;
  private final MetricRegistry metrics;
  private final Clock clock;
  private Counted last = new Counted(NONE, Instant.MIN);

  @Inject
  public DeliveryMetrics(Deliveries deliveries, MetricRegistry metrics, Clock clock) {
    this.deliveries = deliveries;
    this.metrics = metrics;
    this.clock = clock;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object application) {
    gauge("optibid_deliveries_waiting", Figures::waiting);
    gauge("optibid_deliveries_retrying", Figures::retrying);
    gauge("optibid_deliveries_oldest_seconds", figures -> figures.oldest().toMillis() / 1_000.0);
    gauge("optibid_dead_letters", Figures::deadLetters);
    gauge("optibid_relay_leading", figures -> figures.leading() ? 1 : 0);
    metrics.gauge(
        "optibid_jms_up", deliveries, asked -> asked.broker() == Deliveries.Broker.UP ? 1 : 0);
  }

  private void gauge(String name, ToDoubleFunction<Figures> figure) {
    metrics.gauge(name, this, counted -> counted.read(figure));
  }

  private synchronized double read(ToDoubleFunction<Figures> figure) {
    Instant now = clock.instant();
    try {
      if (last.at().plus(KEPT).isBefore(now)) {
        last = new Counted(deliveries.figures(), now);
      }
      return figure.applyAsDouble(last.figures());
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the deliveries cannot be counted", e);
      return Double.NaN;
    }
  }

  private record Counted(Figures figures, Instant at) {}
}
