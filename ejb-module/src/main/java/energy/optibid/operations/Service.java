package energy.optibid.operations;

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
   * @param latencyMs milliseconds the answer took, null where nothing was asked
   * @param detail a sentence for the operator; never an address or a secret
   * @param figures counts and times by name, the unit in the name
   */
  record State(
      Condition state,
      @Nullable Long latencyMs,
      @Nullable String detail,
      Map<String, Long> figures) {

    public State {
      figures = Map.copyOf(figures);
    }

    /** A service that counts nothing. */
    public State(Condition state, @Nullable Long latencyMs, @Nullable String detail) {
      this(state, latencyMs, detail, Map.of());
    }
  }
}
