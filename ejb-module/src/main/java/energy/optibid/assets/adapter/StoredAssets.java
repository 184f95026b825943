package energy.optibid.assets.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetInput;
import energy.optibid.assets.Assets;
import energy.optibid.assets.domain.KnownPlaces;
import energy.optibid.assets.domain.OwnedAsset;
import energy.optibid.assets.domain.ValidAsset;
import energy.optibid.audit.AuditTrail;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assets in PostgreSQL; row-level security shows the caller's own. */
@ApplicationScoped
@Typed(Assets.class)
@InTransaction
public class StoredAssets implements Assets {
  @Inject private EntityManager entities;

  private final KnownPlaces places;
  private final AuditTrail audit;

  @Inject
  @SuppressWarnings("NullAway") // the container fills the entity manager
  public StoredAssets(KnownPlaces places, AuditTrail audit) {
    this.places = places;
    this.audit = audit;
  }

  @Override
  public Optional<Asset> find(UUID id) {
    return Optional.ofNullable(entities.find(OwnedAsset.class, id)).map(OwnedAsset::view);
  }

  @Override
  public Asset require(UUID id) {
    return owned(id).view();
  }

  @Override
  public Page<Asset> list(@Nullable String areaCode, @Nullable String cursor, int limit) {
    String inArea = areaCode == null ? "" : " and a.areaCode = ?2";
    TypedQuery<OwnedAsset> query =
        entities
            .createQuery(
                "select a from Asset a where a.id > ?1" + inArea + " order by a.id",
                OwnedAsset.class)
            .setParameter(1, IdCursor.parse(cursor))
            .setMaxResults(limit + 1);
    if (areaCode != null) {
      query.setParameter(2, areaCode);
    }
    List<Asset> oneMore = query.getResultStream().map(OwnedAsset::view).toList();
    return Page.of(oneMore, limit, asset -> asset.id().toString());
  }

  @Override
  public Asset create(AssetInput input) {
    ValidAsset values = ValidAsset.of(input, places);
    OwnedAsset asset = new OwnedAsset(Ids.next(), Tenancy.require().organization(), values);
    entities.persist(asset);
    flush(values.name());
    audit.record("asset.created", "asset", asset.view().id(), AssetRecord.of(asset.view()));
    return asset.view();
  }

  @Override
  public Asset replace(UUID id, long expectedVersion, AssetInput input) {
    OwnedAsset asset = owned(id);
    asset.requireVersion(expectedVersion);
    JsonObject before = AssetRecord.of(asset.view());
    ValidAsset values = ValidAsset.of(input, places);
    asset.replace(values);
    flush(values.name());
    audit.record("asset.changed", "asset", id, before, AssetRecord.of(asset.view()));
    return asset.view();
  }

  @Override
  public void delete(UUID id, long expectedVersion) {
    OwnedAsset asset = owned(id);
    asset.requireVersion(expectedVersion);
    entities.remove(asset);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      if (Refusals.isStillReferred(e)) {
        throw new ProblemException(
            ProblemCode.CONFLICT, "This asset has bids or contracts; it cannot be deleted.");
      }
      throw e;
    }
    audit.record(
        "asset.deleted", "asset", id, AssetRecord.of(asset.view()), JsonValue.EMPTY_JSON_OBJECT);
  }

  private OwnedAsset owned(UUID id) {
    OwnedAsset asset = entities.find(OwnedAsset.class, id);
    if (asset == null) {
      throw ProblemException.notFound("asset");
    }
    return asset;
  }

  private void flush(String name) {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw Refusals.ofName(e, name);
    }
  }
}
