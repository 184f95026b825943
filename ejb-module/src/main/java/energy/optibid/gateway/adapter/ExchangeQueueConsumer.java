package energy.optibid.gateway.adapter;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.EventConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Hears that something waits to be told to an exchange and has this server's senders look at once.
 * What waits is in the queue; the call is theirs, outside of any transaction.
 */
@ApplicationScoped
public class ExchangeQueueConsumer implements EventConsumer {
  private final SenderWakes wakes;

  @Inject
  public ExchangeQueueConsumer(SenderWakes wakes) {
    this.wakes = wakes;
  }

  @Override
  public String name() {
    return "exchange-gateway";
  }

  @Override
  public Set<String> events() {
    return Set.of("submission.queued", "submission.withdraw_requested");
  }

  @Override
  public ConsumerQueue queue() {
    return ConsumerQueue.GATEWAY;
  }

  @Override
  public void consume(ConsumedEvent event) {
    wakes.wake();
  }
}
