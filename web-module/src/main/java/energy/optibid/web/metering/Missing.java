package energy.optibid.web.metering;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The refusal of a call without its query parameters. */
final class Missing {
  private Missing() {}

  /**
   * @param faults null where a parameter is there
   */
  static ProblemException of(@Nullable Fault... faults) {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST,
        "Query parameters are missing.",
        Arrays.stream(faults).filter(Objects::nonNull).toList());
  }
}
