package energy.optibid.jms;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Deliveries as messages: not kept on disk, and gone when they would be sent again anyway. */
final class JmsTransport implements EventTransport {

  private final ConnectionFactory connections;
  private final Map<ConsumerQueue, Queue> queues;
  private final Duration lifetime;

  /**
   * @param lifetime after which nobody needs the message, because another was sent
   */
  JmsTransport(ConnectionFactory connections, Map<ConsumerQueue, Queue> queues, Duration lifetime) {
    this.connections = connections;
    this.queues = new EnumMap<>(queues);
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "jms";
  }

  @Override
  public void send(Delivery delivery) throws TransportException {
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(lifetime.toMillis())
          .send(queues.get(delivery.queue()), delivery.toText());
    } catch (JMSRuntimeException e) {
      throw new TransportException("the broker does not take " + delivery, e);
    }
  }
}
