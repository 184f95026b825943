package energy.optibid.identity;

import energy.optibid.shared.OrganizationId;
import java.time.Instant;

/** A company that trades here. */
public record Organization(OrganizationId id, String name, String slug, Instant createdAt) {}
