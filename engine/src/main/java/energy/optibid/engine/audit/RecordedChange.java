package energy.optibid.engine.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an audit entry says, before it has a place in a chain.
 *
 * @param at start of the transaction that made the change, to the microsecond
 * @param actor the person, or who asked for the job
 * @param actorKind {@code user}, or {@code system} for a job on that person's behalf
 * @param session the signed-in session, where the actor came by one
 * @param address IP address the request came from
 * @param userAgent what the client called itself
 * @param action for example {@code bid.submitted}
 * @param before JSON object, the subject before the change; null where there was none
 * @param after JSON object, the subject after the change or what the action was about
 */
public record RecordedChange(
    UUID id,
    UUID organization,
    Instant at,
    UUID actor,
    String actorKind,
    @Nullable UUID session,
    @Nullable String address,
    @Nullable String userAgent,
    String action,
    String subjectType,
    UUID subjectId,
    @Nullable String before,
    String after) {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Puts the change behind the entry with {@code previousHash}, and hashes it there. */
  public ChainedEntry chained(long number, String previousHash) {
    Map<String, String> members = members();
    members.put("number", Long.toString(number));
    members.put("previousHash", CanonicalJson.string(previousHash));
    return ChainedEntry.sealed(members);
  }

  /** The same where the chain is read back: with the hash that is kept for it. */
  public ChainedEntry chained(long number, String previousHash, String hash) {
    Map<String, String> members = members();
    members.put("number", Long.toString(number));
    members.put("previousHash", CanonicalJson.string(previousHash));
    return ChainedEntry.of(members, hash);
  }

  private Map<String, String> members() {
    Map<String, String> members = new TreeMap<>();
    members.put("id", CanonicalJson.string(id.toString()));
    members.put("organizationId", CanonicalJson.string(organization.toString()));
    members.put("at", CanonicalJson.string(MICROSECONDS.format(at)));
    members.put("actor", CanonicalJson.string(actor.toString()));
    members.put("actorKind", CanonicalJson.string(actorKind));
    members.put("session", CanonicalJson.string(session == null ? null : session.toString()));
    members.put("address", CanonicalJson.string(address));
    members.put("userAgent", CanonicalJson.string(userAgent));
    members.put("action", CanonicalJson.string(action));
    members.put("subjectType", CanonicalJson.string(subjectType));
    members.put("subjectId", CanonicalJson.string(subjectId.toString()));
    members.put("before", before == null ? "null" : CanonicalJson.of(before));
    members.put("after", CanonicalJson.of(after));
    return members;
  }
}
