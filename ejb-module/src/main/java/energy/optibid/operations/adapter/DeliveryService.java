package energy.optibid.operations.adapter;

import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.Deliveries.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/**
 * Events on their way to consumers inside the platform: down when one has waited for five minutes.
 * Dead letters wait for a person and are counted only.
 */
@ApplicationScoped
public class DeliveryService extends OwnService {
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
  State look() {
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
  }
}
