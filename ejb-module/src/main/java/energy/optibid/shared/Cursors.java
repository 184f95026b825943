package energy.optibid.shared;

import java.util.UUID;

/** Cursors of lists, as they come back from clients. */
public final class Cursors {

  private Cursors() {}

  /**
   * A cursor that is an identifier.
   *
   * @throws ProblemException malformed_request when it is not one of ours
   */
  public static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "The cursor is not one that a list here gave out.");
    }
  }
}
