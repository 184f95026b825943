package energy.optibid.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The person (or the job on a person's behalf) whose work this thread does.
 *
 * @param email empty for a background job
 * @param permissions names such as {@code bids:submit}; empty for a background job, which was
 *     authorised when it was asked for
 * @param origin where the request came from; {@link Origin#NONE} for a background job
 */
public record Caller(
    UUID userId,
    String email,
    OrganizationId organization,
    Set<String> permissions,
    Origin origin) {

  public Caller {
    permissions = Set.copyOf(permissions);
  }

  /** A caller of whom only the identity is known. */
  public Caller(UUID userId, String email, OrganizationId organization, Set<String> permissions) {
    this(userId, email, organization, permissions, Origin.NONE);
  }

  /** Whether this is a job on the person's behalf, not the person. */
  public boolean isJob() {
    return email.isEmpty();
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }
}
