package energy.optibid.assets.adapter;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists go by id, hence in order of creation; the cursor is the last id seen. */
final class IdCursor {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private IdCursor() {}

  static UUID parse(@Nullable String cursor) {
    try {
      return cursor == null ? BEFORE_ALL : UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "cursor is not one this list has given out.");
    }
  }
}
