package energy.optibid.resilience.domain;

import energy.optibid.operations.Service.Circuit;
import energy.optibid.operations.Service.Condition;
import energy.optibid.operations.Service.Guarded;
import energy.optibid.operations.Service.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of the calls to one service on this node. */
public final class ServiceJournal {
  private final String fallback;
  private final Clock clock;
  private Condition condition = Condition.DOWN;
  private Circuit circuit = Circuit.CLOSED;
  private Instant since;
  private @Nullable Long latencyMs;
  private @Nullable String lastError;
  private @Nullable String detail = "not reached yet";
  private long calls;
  private long failures;
  private long fallbacks;

  /**
   * @param fallback what serves while the service is away, a few words
   */
  public ServiceJournal(String fallback, Clock clock) {
    this.fallback = fallback;
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * It answered.
   *
   * @return whether it was away before
   */
  public synchronized boolean answered(Duration took) {
    boolean news = become(Condition.UP);
    calls++;
    circuit = Circuit.CLOSED;
    latencyMs = took.toMillis();
    detail = null;
    return news;
  }

  /**
   * It did not.
   *
   * @param sentence what went wrong
   * @return whether it was there before
   */
  public synchronized boolean failed(String sentence) {
    boolean news = become(Condition.DOWN);
    calls++;
    failures++;
    lastError = sentence;
    detail = sentence;
    return news;
  }

  /** It was not asked, because the circuit is open. */
  public synchronized void refused() {
    become(Condition.DOWN);
    circuit = Circuit.OPEN;
  }

  /** The fallback served. */
  public synchronized void fellBack() {
    fallbacks++;
  }

  private boolean become(Condition next) {
    boolean news = condition != next;
    if (news) {
      condition = next;
      since = clock.instant();
    }
    return news;
  }

  /**
   * As it stands.
   *
   * @param own counts of the service's own, beside {@code calls}, {@code failures} and {@code
   *     fallbacks} since the start of this node
   */
  public synchronized State state(Map<String, Long> own) {
    Map<String, Long> figures = new HashMap<>(own);
    figures.put("calls", calls);
    figures.put("failures", failures);
    figures.put("fallbacks", fallbacks);
    return new State(
        condition,
        condition == Condition.UP ? latencyMs : null,
        detail,
        figures,
        new Guarded(since.atOffset(ZoneOffset.UTC), lastError, fallback, circuit));
  }
}
