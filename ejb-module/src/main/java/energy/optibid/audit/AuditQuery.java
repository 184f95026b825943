package energy.optibid.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody looks for; what is null does not matter.
 *
 * @param action the action, or its beginning: {@code bid.} finds all about bids
 * @param from first instant
 * @param to instant after the last
 * @param text found in the action, the subject's type, or the values before or after, whatever the
 *     case
 */
public record AuditQuery(
    @Nullable UUID actor,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text) {

  /** Every entry. */
  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);
}
