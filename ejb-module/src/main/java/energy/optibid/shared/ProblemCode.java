package energy.optibid.shared;

import java.util.Locale;

/** The closed set of ways in which a call can fail; each has a documented page of its own. */
public enum ProblemCode {
  VALIDATION_FAILED(422, "Some values are not acceptable"),
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "Your role does not allow this"),
  NOT_FOUND(404, "There is no such thing"),
  CONFLICT(409, "This contradicts what is there"),
  GATE_CLOSED(409, "The gate is closed"),
  ILLEGAL_TRANSITION(409, "Not possible in this state"),
  PRECONDITION_FAILED(412, "Somebody changed it in the meantime"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This format is not understood"),
  IDEMPOTENCY_MISMATCH(422, "This idempotency key was used for another request"),
  LOCKED_OUT(423, "Too many failed attempts to sign in"),
  PRECONDITION_REQUIRED(428, "Say which version you are changing"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available right now");

  private final int httpStatus;
  private final String title;

  ProblemCode(int httpStatus, String title) {
    this.httpStatus = httpStatus;
    this.title = title;
  }

  /** Name in answers, for example {@code validation_failed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int httpStatus() {
    return httpStatus;
  }

  public String title() {
    return title;
  }
}
