package energy.optibid.shared;

import java.util.Set;
import java.util.UUID;

/**
 * The person (or the job on a person's behalf) whose work this thread does.
 *
 * @param email empty for a background job
 * @param permissions names such as {@code bids:submit}; empty for a background job, which was
 *     authorised when it was asked for
 */
public record Caller(
    UUID userId, String email, OrganizationId organization, Set<String> permissions) {

  public Caller {
    permissions = Set.copyOf(permissions);
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }
}
