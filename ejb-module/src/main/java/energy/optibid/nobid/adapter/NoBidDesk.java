package energy.optibid.nobid.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidTemplates;
import energy.optibid.exchange.Exchanges;
import energy.optibid.market.Markets;
import energy.optibid.nobid.NoBidPolicies;
import energy.optibid.nobid.NoBidPolicy;
import energy.optibid.nobid.domain.ValidPolicy;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Setting and ending policies, with their audit entries. */
@ApplicationScoped
@Typed(NoBidPolicies.class)
@InTransaction
public class NoBidDesk implements NoBidPolicies {
  private final NoBidStore store;
  private final Exchanges exchanges;
  private final Markets markets;
  private final Assets assets;
  private final BidTemplates templates;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public NoBidDesk(
      NoBidStore store,
      Exchanges exchanges,
      Markets markets,
      Assets assets,
      BidTemplates templates,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.exchanges = exchanges;
    this.markets = markets;
    this.assets = assets;
    this.templates = templates;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<NoBidPolicy> list(UUID exchangeId) {
    return store.list(exchanges.require(exchangeId).id());
  }

  @Override
  public NoBidPolicy put(UUID exchangeId, String marketCode, UUID assetId, Input input) {
    exchanges.require(exchangeId);
    if (markets.find(marketCode).isEmpty()) {
      throw ProblemException.notFound("market");
    }
    assets.require(assetId);
    ValidPolicy policy =
        ValidPolicy.of(
            input, id -> templates.list().stream().anyMatch(known -> known.id().equals(id)));
    Optional<NoBidPolicy> before = store.find(exchangeId, marketCode, assetId);
    store.put(exchangeId, marketCode, assetId, policy, now());
    NoBidPolicy kept = store.find(exchangeId, marketCode, assetId).orElseThrow();
    audit.record(
        "no_bid_policy.set",
        "asset",
        assetId,
        before.map(NoBidDesk::json).orElse(null),
        json(kept));
    return kept;
  }

  @Override
  public void delete(UUID exchangeId, String marketCode, UUID assetId) {
    exchanges.require(exchangeId);
    NoBidPolicy before =
        store
            .find(exchangeId, marketCode, assetId)
            .orElseThrow(() -> ProblemException.notFound("policy"));
    store.delete(exchangeId, marketCode, assetId);
    audit.record(
        "no_bid_policy.ended", "asset", assetId, json(before), JsonValue.EMPTY_JSON_OBJECT);
  }

  private static JsonObject json(NoBidPolicy policy) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("exchangeId", policy.exchangeId().toString())
            .add("marketCode", policy.marketCode())
            .add("action", policy.action().code())
            .add("minutesBefore", policy.minutesBefore());
    UUID template = policy.templateId();
    if (template != null) {
      json.add("templateId", template.toString());
    }
    return json.build();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
