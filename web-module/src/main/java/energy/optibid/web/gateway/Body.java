package energy.optibid.web.gateway;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The body of a request that says nothing without one. */
final class Body {
  private Body() {}

  /**
   * @throws ProblemException {@code malformed_request} where nothing was sent
   */
  static <T> T present(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "Send what you mean as a JSON object.");
    }
    return body;
  }
}
