package energy.optibid.settlement.adapter;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;

/** Cursors of lists by day: the day, a mark, and what orders the entries of one day. */
final class DayCursor {
  private static final String MARK = "~";

  private DayCursor() {}

  static String of(LocalDate day, Object next) {
    return day + MARK + next;
  }

  /**
   * The day that a cursor begins with.
   *
   * @throws ProblemException {@code malformed_request} if it is none of ours
   */
  static LocalDate day(String cursor) {
    try {
      return LocalDate.parse(cursor.split(MARK, 2)[0]);
    } catch (DateTimeException e) {
      throw foreign();
    }
  }

  /** What a cursor has after its day; refuses as {@link #day}. */
  static <T> T after(String cursor, Function<String, T> reading) {
    try {
      return reading.apply(cursor.split(MARK, 2)[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw foreign();
    }
  }

  private static ProblemException foreign() {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "The cursor is not one that a list here gave out.");
  }
}
