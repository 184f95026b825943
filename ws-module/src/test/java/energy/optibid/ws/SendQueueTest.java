package energy.optibid.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendQueueTest {
  private final List<String> onTheWire = new ArrayList<>();
  private final List<Consumer<@Nullable Throwable>> unfinished = new ArrayList<>();
  private final HandSetClock clock = new HandSetClock();
  private final TickCounts counts = new TickCounts();
  private boolean letGo;
  private final SendQueue queue =
      new SendQueue(
          (text, done) -> {
            onTheWire.add(text);
            unfinished.add(done);
          },
          () -> letGo = true,
          counts,
          clock);

  private void finish(@Nullable Throwable failure) {
    unfinished.remove(0).accept(failure);
  }

  @Test
  void send_oneAfterTheOther() {
    queue.send("a");
    queue.send("b");
    assertEquals(List.of("a"), onTheWire);
    finish(null);
    assertEquals(List.of("a", "b"), onTheWire);
  }

  @Test
  void send_afterFailure_sendsNoMore_andLetsTheClientGo() {
    queue.send("a");
    queue.send("b");
    assertFalse(letGo);
    finish(new IllegalStateException("gone"));
    queue.send("c");
    assertEquals(List.of("a"), onTheWire);
    assertTrue(letGo, "an open socket would stay silent");
  }

  @Test
  void send_toSomebodyWhoDoesNotTake_letsGoAtTheLimit() {
    for (int i = 0; i <= SendQueue.MOST_MESSAGES; i++) {
      queue.send("x");
    }
    assertFalse(letGo, "one on the wire and as many waiting as may");
    queue.send("one too many");
    assertTrue(letGo);
  }

  @Test
  void stuckFor_countsFromTheMessageOnTheWire() {
    queue.send("a");
    clock.now = clock.now.plusSeconds(21);
    assertTrue(queue.stuckFor(Duration.ofSeconds(20)));
    finish(null);
    assertFalse(queue.stuckFor(Duration.ofSeconds(20)));
  }

  @Test
  void sendNewest_replacesWhatStillWaits_inItsPlace() {
    queue.send("a");
    queue.sendNewest("N1", "N1 first");
    queue.sendNewest("N2", "N2");
    queue.sendNewest("N1", "N1 second");
    finish(null);
    finish(null);
    finish(null);
    assertEquals(List.of("a", "N1 second", "N2"), onTheWire);
    assertCounts(3, 2, 1, 0);
  }

  @Test
  void whatMustArrive_overtakesPrices_andIsNeverReplaced() {
    queue.sendNewest("N1", "price");
    queue.sendNewest("N1", "newer price");
    queue.send("bid 1");
    queue.send("bid 2");
    for (int i = 0; i < 4; i++) {
      finish(null);
    }
    assertEquals(List.of("price", "bid 1", "bid 2", "newer price"), onTheWire);
    assertCounts(2, 2, 0, 0);
  }

  @Test
  void aClientThatTakesNothing_costsOneTextForEachKey_andIsNotLetGo() {
    for (int i = 0; i < 3 * SendQueue.MOST_MESSAGES; i++) {
      queue.sendNewest("N" + i % 10, "price " + i);
    }
    assertFalse(letGo);
    assertEquals(1, onTheWire.size());
    long offered = 3L * SendQueue.MOST_MESSAGES;
    queue.close();
    assertCounts(offered, 0, offered - 11, 10);
    finish(new IllegalStateException("gone"));
    assertCounts(offered, 0, offered - 11, 11);
    queue.sendNewest("N1", "late");
    assertCounts(offered + 1, 0, offered - 11, 12);
  }

  private void assertCounts(long offered, long delivered, long conflated, long dropped) {
    assertEquals(offered, counts.countOffered(), "offered");
    assertEquals(delivered, counts.countDelivered(), "delivered");
    assertEquals(conflated, counts.countConflated(), "conflated");
    assertEquals(dropped, counts.countDropped(), "dropped");
  }

  private static final class HandSetClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
