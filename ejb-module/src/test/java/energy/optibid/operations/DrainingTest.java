package energy.optibid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DrainingTest {
  private final Draining draining = new Draining();

  @Test
  void afterTheAnnouncement_requestsAreTakenStill() {
    draining.announce();
    assertTrue(draining.isAnnounced());
    assertTrue(draining.enter());
  }

  @Test
  void whatIsUnderWay_isWaitedFor_andNothingMoreIsTaken() throws Exception {
    assertTrue(draining.enter());
    CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> close(20));
    while (draining.enter()) {
      draining.leave();
      LockSupport.parkNanos(100_000);
    }
    assertFalse(left.isDone());
    draining.leave();
    assertEquals(0, left.get(10, TimeUnit.SECONDS));
  }

  @Test
  void whatTakesTooLong_isLeftBehind() {
    assertTrue(draining.enter());
    assertEquals(1, close(0));
  }

  private int close(long seconds) {
    try {
      return draining.close(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
