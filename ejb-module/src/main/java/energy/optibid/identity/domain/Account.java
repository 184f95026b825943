package energy.optibid.identity.domain;

import energy.optibid.identity.Role;
import energy.optibid.shared.OrganizationId;
import java.util.UUID;

/** Somebody who may sign in, with the organisation the session will be for. */
public record Account(
    UUID userId, String email, OrganizationId organization, Role role, String passwordHash) {

  @Override
  public String toString() {
    return email;
  }
}
