package energy.optibid.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did.
 *
 * @param at start of the transaction of the change
 * @param actor the user, or who asked for the job that did it
 * @param actorName the user's name, where that person is still a member
 * @param session the signed-in session the request belonged to
 * @param address IP address the request came from, past trusted proxies
 * @param userAgent what the client called itself
 * @param before the subject before the change, where there was one
 * @param after the subject after it, or what the action was about
 * @param seal its place in the chain; null while it waits for it, a second or so
 */
public record AuditEntry(
    UUID id,
    Instant at,
    UUID actor,
    @Nullable String actorName,
    ActorKind actorKind,
    @Nullable UUID session,
    @Nullable String address,
    @Nullable String userAgent,
    String action,
    String subjectType,
    UUID subjectId,
    @Nullable JsonObject before,
    JsonObject after,
    @Nullable Seal seal) {

  /** Who acts. */
  public enum ActorKind {
    USER,
    /** A job on the user's behalf. */
    SYSTEM
  }

  /**
   * @param number 1, 2, 3 … in the organisation's chain
   * @param hash SHA-256 of the entry with its number and the previous hash, hexadecimal
   */
  public record Seal(long number, String hash, Instant at) {}
}
