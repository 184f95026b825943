package energy.optibid.operations.adapter;

import energy.optibid.operations.Service;
import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.Deliveries.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Events on their way to consumers inside the platform: down when one has waited for five minutes.
 * Dead letters wait for a person and are counted only.
 */
@ApplicationScoped
public class DeliveryService implements Service {
  private static final Logger LOG = Logger.getLogger(DeliveryService.class.getName());
  private static final Duration TOO_LONG = Duration.ofMinutes(5);

  private final Deliveries deliveries;

  @Inject
  public DeliveryService(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public State ask() {
    try {
      Figures figures = deliveries.figures();
      return new State(
          figures.oldest().compareTo(TOO_LONG) > 0 ? Condition.DOWN : Condition.UP,
          null,
          "%d waiting, %d of them after a failure; %d dead letters"
              .formatted(figures.waiting(), figures.retrying(), figures.deadLetters()),
          Map.of(
              "waiting", figures.waiting(),
              "retrying", figures.retrying(),
              "oldestMs", figures.oldest().toMillis(),
              "deadLetters", figures.deadLetters(),
              "leading", figures.leading() ? 1L : 0L));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The deliveries cannot be read", e);
      return new State(Condition.DOWN, null, "cannot be read");
    }
  }
}
