package energy.optibid.jms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.adapter.EventTransportContract;
import energy.optibid.shared.Ids;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deliveries by the broker of Payara Server; a JMS client stands for its message-driven beans. */
class JmsTransportIT extends EventTransportContract {
  private static BrokerProcess broker;

  @BeforeAll
  static void startBroker() {
    broker = BrokerProcess.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  protected Line open(Consumer<Delivery> heard) {
    Map<ConsumerQueue, Queue> queues = new EnumMap<>(ConsumerQueue.class);
    // queues of their own, so that nothing of another test is on its way
    String mark = UUID.randomUUID().toString().replace("-", "");
    try {
      Connection listening = broker.connections(true).createConnection();
      Session session = listening.createSession();
      for (ConsumerQueue queue : ConsumerQueue.values()) {
        Queue own = session.createQueue("t" + mark + queue.slug());
        queues.put(queue, own);
        session
            .createConsumer(own)
            .setMessageListener(message -> DeliveryListener.hear(message, heard));
      }
      listening.start();
      JmsTransport transport =
          new JmsTransport(broker.connections(false), queues, Duration.ofSeconds(5));
      return new JmsLine(transport, listening);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private record JmsLine(EventTransport transport, Connection listening) implements Line {
    @Override
    public void close() {
      try {
        listening.close();
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void brokerKilled_eventsGoOnWithinTheProcess_andByTheBrokerWhenItIsBack() {
    bench().commit(Ids.next(), 1);
    bench().consumed(1);
    broker.kill();
    try {
      for (int i = 0; i < 10; i++) {
        bench().commit(Ids.next(), 1);
      }
      assertEquals(10, bench().consumed(10).size());
      assertFalse(bench().isTransportUp());
    } finally {
      broker.startAgain();
    }
    int more = 0;
    while (!bench().isTransportUp()) {
      bench().commit(Ids.next(), 1);
      bench().consumed(1);
      more++;
    }
    assertEquals(11 + more, bench().consumptions());
    assertEquals(List.of(), bench().deadLetters());
  }

  @Test
  void killedWithAMessageOnItsWay_itIsSentAgain() {
    bench().lose(1);
    bench().commit(Ids.next(), 1);
    bench().awaitLosses(1);
    broker.kill();
    broker.startAgain();
    assertEquals(1, bench().consumed(1).size());
    assertEquals(1, bench().consumptions());
    while (!bench().isTransportUp()) {
      bench().commit(Ids.next(), 1);
      bench().consumed(1);
    }
  }
}
