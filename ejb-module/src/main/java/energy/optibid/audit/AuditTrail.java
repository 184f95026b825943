package energy.optibid.audit;

import energy.optibid.shared.Page;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation's record of who did what. */
public interface AuditTrail {

  /**
   * Appends an entry in the caller's transaction, under the caller's name.
   *
   * @param action for example {@code bid.submitted}
   */
  void record(String action, String subjectType, UUID subjectId, JsonObject details);

  /** Entries of the caller's organisation, newest first. */
  Page<AuditEntry> list(@Nullable String cursor, int limit);
}
