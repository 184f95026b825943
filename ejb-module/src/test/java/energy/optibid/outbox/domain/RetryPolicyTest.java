package energy.optibid.outbox.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final RetryPolicy policy =
      new RetryPolicy(8, SECOND, Duration.ofMinutes(1), Duration.ofSeconds(30));

  @Test
  void pauses_doubleUpToTheLongest() {
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L),
        IntStream.rangeClosed(1, 8).mapToObj(i -> policy.pauseAfter(i).toSeconds()).toList());
    assertEquals(Duration.ofMinutes(1), policy.pauseAfter(Integer.MAX_VALUE));
  }

  @Test
  void givesUp_afterTheLastAttempt() {
    assertFalse(policy.givesUpAfter(7));
    assertTrue(policy.givesUpAfter(8));
  }

  @Test
  void noAttempt_orNoTimeToAnswer_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(0, SECOND, SECOND, SECOND));
    assertThrows(
        IllegalArgumentException.class, () -> new RetryPolicy(1, SECOND, SECOND, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RetryPolicy(1, SECOND, SECOND.minusMillis(1), SECOND));
  }
}
