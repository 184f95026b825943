package energy.optibid.stream.adapter;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What Kafka's client answers in its own time. */
final class KafkaAnswer {
  /** Longer than a delivery may take. */
  private static final int PATIENCE_SECONDS = 12;

  private KafkaAnswer() {}

  /**
   * Waits for it.
   *
   * @throws Exception Kafka's own, which says more than that something failed
   */
  static <T> T of(Future<T> answer) throws Exception {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception reason) {
        throw reason;
      }
      throw e;
    }
  }
}
