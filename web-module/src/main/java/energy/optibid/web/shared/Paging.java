package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two query parameters of every list, as a {@code @BeanParam}: {@code limit} (1 to 200, 50
 * unless given) and {@code cursor} (the {@code nextCursor} of the page before, opaque).
 */
public class Paging {
  static final int DEFAULT_LIMIT = 50;
  static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST_CURSOR = 500;

  @QueryParam("limit")
  @Nullable Integer limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  /** For JAX-RS. */
  public Paging() {}

  Paging(@Nullable Integer limit, @Nullable String cursor) {
    this.limit = limit;
    this.cursor = cursor;
  }

  /** Items asked for. */
  public int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw refused("?limit", "out_of_range", "Must be from 1 to " + HIGHEST_LIMIT + ".");
    }
    return limit;
  }

  /** Where to go on, null for the first page. */
  public @Nullable String cursor() {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    if (cursor.length() > LONGEST_CURSOR || !cursor.matches("[A-Za-z0-9_.~=:-]+")) {
      throw refused("?cursor", "invalid", "Is not a nextCursor of ours.");
    }
    return cursor;
  }

  private static ProblemException refused(String field, String code, String message) {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST,
        "A query parameter is wrong.",
        List.of(new Fault(field, code, message)));
  }
}
