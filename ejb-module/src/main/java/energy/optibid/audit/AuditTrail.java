package energy.optibid.audit;

import energy.optibid.shared.Page;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation's record of who did what. */
public interface AuditTrail {

  /**
   * Appends an entry in the caller's transaction, under the caller's name, about something that was
   * not there before or is not changed by the action.
   *
   * @param action for example {@code bid.submitted}
   */
  default void record(String action, String subjectType, UUID subjectId, JsonObject after) {
    record(action, subjectType, subjectId, null, after);
  }

  /**
   * Appends an entry in the caller's transaction, under the caller's name.
   *
   * @param before the subject before the change
   * @param after the subject after it; empty where it is gone
   */
  void record(
      String action,
      String subjectType,
      UUID subjectId,
      @Nullable JsonObject before,
      JsonObject after);

  /** Entries of the caller's organisation, newest first. */
  Page<AuditEntry> list(AuditQuery query, @Nullable String cursor, int limit);
}
