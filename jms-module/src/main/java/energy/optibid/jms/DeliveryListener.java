package energy.optibid.jms;

import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.Delivery;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The receiving end of a queue. Every message is acknowledged: what came of the delivery is in the
 * database, and a redelivery by the broker would tell nothing new.
 */
abstract class DeliveryListener implements MessageListener {

  private static final Logger LOG = Logger.getLogger(DeliveryListener.class.getName());

  @Inject private Deliveries deliveries;

  @Override
  public void onMessage(Message message) {
    hear(message, deliveries::deliver);
  }

  static void hear(Message message, Consumer<Delivery> receiver) {
    try {
      receiver.accept(Delivery.parse(message.getBody(String.class)));
    } catch (JMSException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "a message that is no delivery of ours is dropped", e);
    }
  }
}
