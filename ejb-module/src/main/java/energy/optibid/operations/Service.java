package energy.optibid.operations;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something the installation uses. Every CDI bean of this type is asked. */
public interface Service {
  /** Lower-case name, for example {@code postgresql}. */
  String name();

  /** Whether nothing works without it, so that the node is not ready while it is down. */
  boolean required();

  /** Asks it now; never throws. */
  State ask();

  /** What a service is. */
  enum Condition {
    UP,
    DOWN,
    DISABLED
  }

  /**
   * How a service is.
   *
   * @param latencyMs milliseconds the answer took, null where nothing was asked
   * @param detail a sentence for the operator; never an address or a secret
   * @param figures counts and times by name, the unit in the name
   * @param guarded what is known of an optional service beyond that, null for others
   */
  record State(
      Condition state,
      @Nullable Long latencyMs,
      @Nullable String detail,
      Map<String, Long> figures,
      @Nullable Guarded guarded) {

    public State {
      figures = Map.copyOf(figures);
    }

    /** A service that needs no guarding. */
    public State(
        Condition state,
        @Nullable Long latencyMs,
        @Nullable String detail,
        Map<String, Long> figures) {
      this(state, latencyMs, detail, figures, null);
    }

    /** A service that counts nothing. */
    public State(Condition state, @Nullable Long latencyMs, @Nullable String detail) {
      this(state, latencyMs, detail, Map.of());
    }
  }

  /**
   * A service whose calls go through a circuit breaker.
   *
   * @param since when it came into this state, UTC
   * @param lastError what went wrong last, null when nothing has since this node started
   * @param fallback what serves while it is down
   */
  record Guarded(
      OffsetDateTime since, @Nullable String lastError, String fallback, Circuit circuit) {}

  /** Whether calls get through. */
  enum Circuit {
    CLOSED,
    /** One is let through now and then, to see whether the service is back. */
    OPEN
  }
}
