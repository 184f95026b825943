package energy.optibid.outbox.adapter;

import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.outbox.EventLog.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** The relay's ear, shared with whoever waits for work. */
@ApplicationScoped
@Typed(DatabaseSignals.class)
public class NodeSignals implements DatabaseSignals {

  private final EventFanOut fanOut;

  @Inject
  public NodeSignals(EventFanOut fanOut) {
    this.fanOut = fanOut;
  }

  @Override
  public Subscription onSignal(String name, Runnable listener) {
    return fanOut.onSignal(
        heard -> {
          if (heard.equals(name)) {
            listener.run();
          }
        });
  }
}
