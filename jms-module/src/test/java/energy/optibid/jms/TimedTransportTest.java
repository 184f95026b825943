package energy.optibid.jms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.EventTransport.TransportException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimedTransportTest {
  private static final Delivery DELIVERY = new Delivery("test", ConsumerQueue.PROJECTIONS, 1, null);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void end() {
    answers.countDown();
    threads.shutdownNow();
  }

  @Test
  void aTransportThatHangs_refusesAfterTheLimit_andIsNotAskedAgainBeforeItAnswers()
      throws Exception {
    TimedTransport timed = timed(Duration.ofMillis(50), this::hang);
    assertEquals("slow does not answer", refused(timed).getMessage());
    assertEquals("slow has not answered yet", refused(timed).getMessage());
    assertEquals(1, asked.get());
    answers.countDown();
    TransportException refused = null;
    do {
      try {
        timed.send(DELIVERY);
        refused = null;
      } catch (TransportException e) {
        refused = e;
      }
    } while (refused != null);
    assertEquals(2, asked.get());
  }

  @Test
  void aRefusal_comesThroughAsItIs() {
    TransportException full = new TransportException("full", new IllegalStateException());
    TimedTransport timed =
        timed(
            Duration.ofMinutes(1),
            delivery -> {
              throw full;
            });
    assertSame(full, refused(timed));
    assertSame(full, refused(timed));
  }

  private void hang(Delivery delivery) {
    asked.incrementAndGet();
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TransportException refused(TimedTransport timed) {
    return assertThrows(TransportException.class, () -> timed.send(DELIVERY));
  }

  private TimedTransport timed(Duration limit, Sending sending) {
    return new TimedTransport(
        new EventTransport() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public void send(Delivery delivery) throws TransportException {
            sending.send(delivery);
          }
        },
        limit,
        threads);
  }

  private interface Sending {
    void send(Delivery delivery) throws TransportException;
  }
}
