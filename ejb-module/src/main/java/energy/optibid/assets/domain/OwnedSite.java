package energy.optibid.assets.domain;

import energy.optibid.assets.Site;
import energy.optibid.shared.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A site of one organisation. */
@Entity(name = "Site")
@Table(name = "site")
public class OwnedSite {
  @Id private UUID id;

  @Column(name = "organization_id", updatable = false)
  private UUID organizationId;

  @Column(name = "name")
  private String name;

  @Column(name = "market_code")
  private String marketCode;

  @Column(name = "area_code")
  private String areaCode;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected OwnedSite() {}

  public OwnedSite(UUID id, OrganizationId owner, ValidSite values) {
    this.id = id;
    organizationId = owner.value();
    name = values.name();
    marketCode = values.marketCode();
    areaCode = values.areaCode();
  }

  /** The site as others see it. */
  public Site view() {
    return new Site(id, name, marketCode, areaCode, version);
  }
}
