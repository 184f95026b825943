package energy.optibid.shared;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that is refused; rolls the transaction back and reaches the client as a problem. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Fault> faults;
  private final @Nullable Duration retryAfter;
  private final transient @Nullable GateClosure gate;

  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, List.of(), null, null);
  }

  public ProblemException(ProblemCode code, String detail, List<Fault> faults) {
    this(code, detail, faults, null, null);
  }

  /** A refusal that ends by itself: the same call may be tried after the given time. */
  public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
    this(code, detail, List.of(), retryAfter, null);
  }

  /** {@code gate_closed}, with the moment at which it closed where there is one. */
  public static ProblemException gateClosed(
      String detail, List<Fault> faults, @Nullable GateClosure gate) {
    return new ProblemException(ProblemCode.GATE_CLOSED, detail, faults, null, gate);
  }

  private ProblemException(
      ProblemCode code,
      String detail,
      List<Fault> faults,
      @Nullable Duration retryAfter,
      @Nullable GateClosure gate) {
    super(detail);
    this.code = code;
    this.faults = List.copyOf(faults);
    this.retryAfter = retryAfter;
    this.gate = gate;
  }

  public static ProblemException notFound(String what) {
    return new ProblemException(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
  }

  public ProblemCode code() {
    return code;
  }

  /** The sentence for the reader of the answer. */
  public String detail() {
    String message = getMessage();
    return message == null ? code.title() : message;
  }

  public List<Fault> faults() {
    return faults;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** When the gate closed that the call came too late for, where that is known. */
  public Optional<GateClosure> gate() {
    return Optional.ofNullable(gate);
  }
}
