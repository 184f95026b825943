package energy.optibid.web.shared;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Conditional changes: an ETag is the version in quotes. */
public final class IfMatch {
  private IfMatch() {}

  /** The ETag header of a thing at {@code version}. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Judged after the thing was found (404 comes first) and before it is changed.
   *
   * @throws ProblemException 428 without the header, 412 when it names another version
   */
  public static void require(@Nullable String header, long currentVersion) {
    long seen = version(header);
    if (seen != ANY && seen != currentVersion) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "It was changed meanwhile: its ETag is now " + etag(currentVersion) + ".");
    }
  }

  /** {@code If-Match: *}: whatever the version. */
  public static final long ANY = -1;

  /**
   * The version named by an If-Match header, {@link #ANY} for {@code *}.
   *
   * @throws ProblemException 428 without the header, 412 when it cannot be an ETag of ours
   */
  public static long version(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag of the thing you are changing.");
    }
    String tag = header.strip();
    if (tag.equals("*")) {
      return ANY;
    }
    if (tag.matches("\"\\d{1,18}\"")) {
      return Long.parseLong(tag.substring(1, tag.length() - 1));
    }
    throw new ProblemException(
        ProblemCode.PRECONDITION_FAILED, "If-Match names no version this thing ever had.");
  }
}
