package energy.optibid.web.identity;

import energy.optibid.identity.Organization;
import java.time.Instant;
import java.util.UUID;

/** The caller's organisation. */
public record OrganizationAnswer(UUID id, String name, String slug, Instant createdAt) {
  static OrganizationAnswer of(Organization organization) {
    return new OrganizationAnswer(
        organization.id().value(),
        organization.name(),
        organization.slug(),
        organization.createdAt());
  }
}
