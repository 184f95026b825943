package energy.optibid.assets.domain;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Fuel;
import energy.optibid.shared.NullableUuid;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset of one organisation. */
@Entity(name = "Asset")
@Table(name = "asset")
public class OwnedAsset {
  @Id private UUID id;

  @Column(name = "organization_id", updatable = false)
  private UUID organizationId;

  @Column(name = "site_id")
  @Convert(converter = NullableUuid.class)
  private @Nullable UUID siteId;

  @Column(name = "name")
  private String name;

  @Column(name = "type")
  private String type;

  @Column(name = "fuel")
  private @Nullable String fuel;

  @Column(name = "market_code")
  private String marketCode;

  @Column(name = "area_code")
  private String areaCode;

  @Column(name = "max_injection_mw")
  private BigDecimal maxInjectionMw;

  @Column(name = "max_withdrawal_mw")
  private BigDecimal maxWithdrawalMw;

  /** As {@link LimitsCodec} writes them; null where none are stated. */
  @Column(name = "limits")
  private @Nullable String limits;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected OwnedAsset() {}

  @SuppressWarnings("NullAway") // replace fills the rest
  public OwnedAsset(UUID id, OrganizationId owner, ValidAsset values) {
    this.id = id;
    organizationId = owner.value();
    replace(values);
  }

  /** Takes on every value. */
  public final void replace(ValidAsset values) {
    siteId = values.siteId();
    name = values.name();
    type = values.type().code();
    fuel = values.fuel() == null ? null : values.fuel().code();
    marketCode = values.marketCode();
    areaCode = values.areaCode();
    maxInjectionMw = values.maxInjectionMw();
    maxWithdrawalMw = values.maxWithdrawalMw();
    limits = values.limits() == null ? null : LimitsCodec.write(values.limits());
  }

  /** Refuses with {@code precondition_failed} if the asset is not the one the caller saw. */
  public void requireVersion(long expected) {
    if (version != expected) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "The asset is at version " + version + " now, not " + expected + ".");
    }
  }

  /** The asset as others see it. */
  public Asset view() {
    AssetType kind = AssetType.valueOf(type.toUpperCase(Locale.ROOT));
    return new Asset(
        id,
        siteId,
        name,
        kind,
        fuel == null ? null : Fuel.valueOf(fuel.toUpperCase(Locale.ROOT)),
        marketCode,
        areaCode,
        maxInjectionMw,
        maxWithdrawalMw,
        LimitsCodec.effective(kind, limits, maxInjectionMw, maxWithdrawalMw),
        limits != null,
        version);
  }
}
