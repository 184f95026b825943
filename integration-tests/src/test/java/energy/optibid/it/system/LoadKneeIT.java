package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.OpenLoad.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many mixed requests a second an installation bears: the rate rises by a half until the
 * slowest hundredth waits longer than it may, or something fails. The last rate before is the knee.
 */
@Tag("benchmark")
class LoadKneeIT {
  private static final int FIRST_RATE = 20;
  private static final int HIGHEST_RATE = 1_000;
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final double LONGEST_MILLIS = 500;

  @Test
  void theRateAtWhichRequestsBeginToQueueUp() throws Exception {
    TradingDay day = TradingDay.imported();
    int knee = 0;
    try {
      boolean borne = true;
      for (int rate = FIRST_RATE; borne && rate <= HIGHEST_RATE; rate += rate / 2) {
        Summary summary = at(rate, day);
        borne = summary.p99() <= LONGEST_MILLIS && summary.errors().isEmpty();
        knee = borne ? rate : knee;
        System.out.printf(
            "FIGURE %4d requests/s: p50 %6.1f ms, p99 %7.1f ms, %d errors%n",
            rate, summary.p50(), summary.p99(), summary.errors().size());
      }
    } finally {
      day.endSandbox();
    }
    System.out.printf("FIGURE knee: %d requests/s%n", knee);
    assertTrue(knee > 0, "not even " + FIRST_RATE + " requests/s");
  }

  private static Summary at(int rate, TradingDay day) throws InterruptedException {
    OpenLoad load = new OpenLoad(new MixedRequests(day).kinds(), rate);
    try (load) {
      load.start();
      Instant end = Instant.now().plus(EACH);
      while (Instant.now().isBefore(end)) {
        LockSupport.parkNanos(Duration.between(Instant.now(), end).toNanos());
      }
    }
    return load.summaries().values().iterator().next();
  }
}
