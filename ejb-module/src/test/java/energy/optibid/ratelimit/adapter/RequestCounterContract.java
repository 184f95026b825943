package energy.optibid.ratelimit.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.ratelimit.Allowance;
import energy.optibid.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A sliding window, wherever its numbers are kept. */
abstract class RequestCounterContract {
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final long LIMIT = 10;

  /** At the beginning of a fixed window. */
  protected final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T08:00:00Z"));

  protected final String key = UUID.randomUUID().toString();

  abstract RequestCounter counter();

  private Allowance take() {
    return counter().take(key, LIMIT, WINDOW).of(LIMIT, WINDOW);
  }

  /** What would be told now; where nothing is allowed nothing is counted. */
  private Allowance look() {
    return counter().take(key, 0, WINDOW).of(LIMIT, WINDOW);
  }

  private void takeAll() {
    for (long left = LIMIT - 1; left >= 0; left--) {
      Allowance one = take();
      assertTrue(one.allowed());
      assertEquals(left, one.remaining());
    }
  }

  @Test
  void beyondTheLimit_isRefused_andOthersAreNot() {
    takeAll();
    Allowance refused = take();
    assertFalse(refused.allowed());
    assertEquals(0, refused.remaining());
    assertTrue(counter().take("another " + key, LIMIT, WINDOW).allowed());
  }

  @Test
  void afterTheToldWait_oneMoreIsAllowed_andNotBefore() {
    clock.advance(Duration.ofSeconds(20));
    takeAll();
    Duration wait = take().retryAfter();
    clock.advance(wait.minusMillis(1));
    assertFalse(take().allowed());
    clock.advance(Duration.ofMillis(1));
    assertTrue(take().allowed());
    Duration again = take().retryAfter();
    clock.advance(again.minusMillis(1));
    assertFalse(take().allowed());
    clock.advance(Duration.ofMillis(1));
    assertTrue(take().allowed());
  }

  @Test
  void borderOfAWindow_givesNoSecondAllowance() {
    clock.advance(Duration.ofSeconds(59));
    takeAll();
    clock.advance(Duration.ofSeconds(2));
    // a sixtieth of the window before counts no more
    assertTrue(take().allowed());
    assertFalse(take().allowed());
  }

  @Test
  void afterTheToldReset_allIsThereAgain_andNotBefore() {
    clock.advance(Duration.ofSeconds(20));
    takeAll();
    Duration reset = look().reset();
    assertTrue(reset.compareTo(WINDOW) > 0 && reset.compareTo(WINDOW.multipliedBy(2)) < 0);
    clock.advance(reset.minusMillis(1));
    assertEquals(LIMIT - 1, look().remaining());
    clock.advance(Duration.ofMillis(1));
    assertEquals(LIMIT, look().remaining());
    takeAll();
  }

  @Test
  void resetOfWhatIsLeftFromTheWindowBefore_endsWithinTheWindow() {
    takeAll();
    clock.advance(WINDOW.plusSeconds(5));
    Duration reset = look().reset();
    assertTrue(reset.compareTo(WINDOW) < 0);
    clock.advance(reset.minusMillis(1));
    assertEquals(LIMIT - 1, look().remaining());
    clock.advance(Duration.ofMillis(1));
    assertEquals(LIMIT, look().remaining());
    assertEquals(Duration.ZERO, look().reset());
  }

  @Test
  void atOnceFromManyThreads_theLimitHolds() throws Exception {
    AtomicInteger allowed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 40; i++) {
      threads.execute(
          () -> {
            if (take().allowed()) {
              allowed.incrementAndGet();
            }
          });
    }
    threads.shutdown();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(LIMIT, allowed.get());
  }
}
