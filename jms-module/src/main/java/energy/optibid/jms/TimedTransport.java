package energy.optibid.jms;

import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A transport that is not waited for beyond a limit: one that neither takes nor refuses counts as
 * refusing, and is not asked again before it has answered. Used by one thread.
 */
final class TimedTransport implements EventTransport {
  private final EventTransport transport;
  private final Duration limit;
  private final Executor threads;
  private @Nullable CompletableFuture<Void> unanswered;

  TimedTransport(EventTransport transport, Duration limit, Executor threads) {
    this.transport = transport;
    this.limit = limit;
    this.threads = threads;
  }

  @Override
  public String name() {
    return transport.name();
  }

  @Override
  public void send(Delivery delivery) throws TransportException {
    CompletableFuture<Void> before = unanswered;
    if (before != null && !before.isDone()) {
      throw new TransportException(
          name() + " has not answered yet", new TimeoutException("still waiting"));
    }
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> hand(delivery), threads);
    unanswered = sending;
    try {
      sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TransportException(name() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused.reason;
      }
      throw new TransportException(name() + " failed", e);
    }
  }

  private void hand(Delivery delivery) {
    try {
      transport.send(delivery);
    } catch (TransportException e) {
      throw new Refused(e);
    }
  }

  /** Carries a checked exception from the other thread. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final TransportException reason;

    Refused(TransportException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
