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
  private boolean letGo;
  private final SendQueue queue =
      new SendQueue(
          (text, done) -> {
            onTheWire.add(text);
            unfinished.add(done);
          },
          () -> letGo = true,
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
  void send_afterFailure_sendsNoMore() {
    queue.send("a");
    queue.send("b");
    finish(new IllegalStateException("gone"));
    queue.send("c");
    assertEquals(List.of("a"), onTheWire);
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
