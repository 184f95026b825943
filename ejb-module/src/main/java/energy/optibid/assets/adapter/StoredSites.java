package energy.optibid.assets.adapter;

import energy.optibid.assets.Site;
import energy.optibid.assets.SiteInput;
import energy.optibid.assets.Sites;
import energy.optibid.assets.domain.KnownPlaces;
import energy.optibid.assets.domain.OwnedSite;
import energy.optibid.assets.domain.ValidSite;
import energy.optibid.audit.AuditTrail;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sites in PostgreSQL; row-level security shows the caller's own. */
@ApplicationScoped
@Typed(Sites.class)
@InTransaction
public class StoredSites implements Sites {
  @Inject private EntityManager entities;

  private final KnownPlaces places;
  private final AuditTrail audit;

  @Inject
  @SuppressWarnings("NullAway") // the container fills the entity manager
  public StoredSites(KnownPlaces places, AuditTrail audit) {
    this.places = places;
    this.audit = audit;
  }

  @Override
  public Optional<Site> find(UUID id) {
    return Optional.ofNullable(entities.find(OwnedSite.class, id)).map(OwnedSite::view);
  }

  @Override
  public Site require(UUID id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("site"));
  }

  @Override
  public Page<Site> list(@Nullable String cursor, int limit) {
    List<Site> oneMore =
        entities
            .createQuery("select s from Site s where s.id > ?1 order by s.id", OwnedSite.class)
            .setParameter(1, IdCursor.parse(cursor))
            .setMaxResults(limit + 1)
            .getResultStream()
            .map(OwnedSite::view)
            .toList();
    return Page.of(oneMore, limit, site -> site.id().toString());
  }

  @Override
  public Site create(SiteInput input) {
    ValidSite values = ValidSite.of(input, places);
    OwnedSite site = new OwnedSite(Ids.next(), Tenancy.require().organization(), values);
    entities.persist(site);
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw Refusals.ofName(e, values.name());
    }
    audit.record(
        "site.created",
        "site",
        site.view().id(),
        Json.createObjectBuilder()
            .add("name", values.name())
            .add("marketCode", values.marketCode())
            .add("areaCode", values.areaCode())
            .build());
    return site.view();
  }
}
