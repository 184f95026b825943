package energy.optibid.web.audit;

import energy.optibid.audit.AuditQuery;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the audit trail, as a {@code @BeanParam}: {@code actor}, {@code
 * subjectType}, {@code subjectId}, {@code action} (or its beginning), {@code from} and {@code to}
 * (half open), {@code q} (free text).
 */
public class AuditSearch {
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_TEXT = 200;

  @QueryParam("actor")
  @Nullable UUID actor;

  @QueryParam("subjectType")
  @Nullable String subjectType;

  @QueryParam("subjectId")
  @Nullable UUID subjectId;

  @QueryParam("action")
  @Nullable String action;

  @QueryParam("from")
  @Nullable OffsetDateTime from;

  @QueryParam("to")
  @Nullable OffsetDateTime to;

  @QueryParam("q")
  @Nullable String text;

  /** For JAX-RS. */
  public AuditSearch() {}

  AuditQuery query() {
    List<Fault> faults = new ArrayList<>();
    String type = word("?subjectType", subjectType, LONGEST_WORD, faults);
    String beginning = word("?action", action, LONGEST_WORD, faults);
    String words = word("?q", text, LONGEST_TEXT, faults);
    if (from != null && to != null && !from.isBefore(to)) {
      faults.add(new Fault("?to", "range", "Must be after from."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "Some query parameters are wrong.", faults);
    }
    return new AuditQuery(actor, type, subjectId, beginning, instant(from), instant(to), words);
  }

  private static @Nullable String word(
      String field, @Nullable String value, int longest, List<Fault> faults) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > longest || value.indexOf('\0') >= 0) {
      faults.add(new Fault(field, "length", "Must have at most " + longest + " characters."));
    }
    return value.strip();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
