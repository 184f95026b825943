package energy.optibid.outbox.adapter;

import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.outbox.LoggedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands every logged event to the subscribers of this node. */
@ApplicationScoped
public class EventFanOut {

  private static final Logger LOG = Logger.getLogger(EventFanOut.class.getName());

  private final List<Consumer<LoggedEvent>> events = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> signals = new CopyOnWriteArrayList<>();

  public Subscription onEvent(Consumer<LoggedEvent> consumer) {
    return subscribe(events, consumer);
  }

  /** Hears the names of the database's notifications, see {@link EventRelay#SIGNALS}. */
  public Subscription onSignal(Consumer<String> consumer) {
    return subscribe(signals, consumer);
  }

  public void deliver(LoggedEvent event) {
    events.forEach(consumer -> call(consumer, event));
  }

  public void signal(String name) {
    signals.forEach(consumer -> call(consumer, name));
  }

  private static <T> Subscription subscribe(List<Consumer<T>> consumers, Consumer<T> consumer) {
    consumers.add(consumer);
    return () -> consumers.remove(consumer);
  }

  private static <T> void call(Consumer<T> consumer, T value) {
    try {
      consumer.accept(value);
    } catch (RuntimeException e) {
      // One subscriber's failure must not keep the event from the others.
      LOG.log(Level.WARNING, "a subscriber failed on " + value, e);
    }
  }
}
