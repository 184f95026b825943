package energy.optibid.operations.adapter;

import energy.optibid.operations.Service;
import energy.optibid.outbox.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The broker that carries this server's deliveries; without one they stay within the process. */
@ApplicationScoped
public class JmsService implements Service {
  private final Deliveries deliveries;

  @Inject
  public JmsService(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "jms";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public State ask() {
    return switch (deliveries.broker()) {
      case UP -> new State(Condition.UP, null, null);
      case DOWN ->
          new State(Condition.DOWN, null, "takes no message; events go on within the process");
      case NONE ->
          new State(Condition.DISABLED, null, "not on this server; events stay in the process");
    };
  }
}
