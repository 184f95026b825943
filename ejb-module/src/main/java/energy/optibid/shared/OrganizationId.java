package energy.optibid.shared;

import java.util.UUID;

/** The tenant: every row, event and price a tenant sees belongs to exactly one organisation. */
public record OrganizationId(UUID value) {

  public static OrganizationId of(String text) {
    return new OrganizationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
