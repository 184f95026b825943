package energy.optibid.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing somebody did.
 *
 * @param actor the user
 */
public record AuditEntry(
    UUID id,
    Instant at,
    UUID actor,
    String action,
    String subjectType,
    UUID subjectId,
    JsonObject details) {}
