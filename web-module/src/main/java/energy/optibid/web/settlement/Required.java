package energy.optibid.web.settlement;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query parameters a call cannot do without; the refusal names all that are missing. */
final class Required {
  private final List<Fault> faults = new ArrayList<>();

  /**
   * The value of the one parameter a call cannot do without.
   *
   * @throws ProblemException with its name when it is missing
   */
  static <T> T only(String name, @Nullable T value) {
    if (value == null) {
      throw new Required().parameter(name, null).refusal();
    }
    return value;
  }

  /** Notes the parameter as missing if it is. */
  Required parameter(String name, @Nullable Object value) {
    if (value == null) {
      faults.add(new Fault("?" + name, "required", "Must be given."));
    }
    return this;
  }

  /** The refusal; call it where a value is null. */
  ProblemException refusal() {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "Query parameters are missing.", faults);
  }
}
