package energy.optibid.identity;

import energy.optibid.shared.OrganizationId;

/** The organisations of the demo profile; identifiers are fixed so that demo data can refer. */
public enum DemoOrganizations {
  DEMO("01900000-0000-7000-8000-000000000001", "demo", "Demo Energy"),
  RIVAL("01900000-0000-7000-8000-000000000002", "rival", "Rival Power"),
  /** Nobody's company: it operates the shared exchange. */
  PLATFORM("01900000-0000-7000-8000-000000000003", "platform", "OptiBid platform");

  private final OrganizationId id;
  private final String slug;
  private final String displayName;

  DemoOrganizations(String id, String slug, String displayName) {
    this.id = OrganizationId.of(id);
    this.slug = slug;
    this.displayName = displayName;
  }

  public OrganizationId id() {
    return id;
  }

  public String slug() {
    return slug;
  }

  public String displayName() {
    return displayName;
  }

  /** Mail domain of its users: the demo trader is {@code trader@demo.optibid.local}. */
  public String domain() {
    return slug + ".optibid.local";
  }
}
