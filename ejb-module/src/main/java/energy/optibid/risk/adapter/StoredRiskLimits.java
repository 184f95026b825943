package energy.optibid.risk.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.RiskLimitInput;
import energy.optibid.risk.RiskLimits;
import energy.optibid.risk.domain.ValidLimit;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits in PostgreSQL; two changes of an organisation's limits wait for each other. */
@ApplicationScoped
@Typed(RiskLimits.class)
@InTransaction
public class StoredRiskLimits implements RiskLimits {
  /** So many are read at every submission. */
  private static final int MOST_LIMITS = 200;

  private final TenantConnections connections;
  private final AuditTrail audit;
  private final Assets assets;
  private final Markets markets;
  private final Clock clock;

  @Inject
  public StoredRiskLimits(
      TenantConnections connections,
      AuditTrail audit,
      Assets assets,
      Markets markets,
      Clock clock) {
    this.connections = connections;
    this.audit = audit;
    this.assets = assets;
    this.markets = markets;
    this.clock = clock;
  }

  @Override
  public Page<RiskLimit> list(@Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    List<RiskLimit> limits =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    LimitRows.SELECT
                        + " and (?::uuid is null or l.id > ?::uuid) order by l.id limit ?",
                    LimitRows.LIMIT,
                    after,
                    after,
                    limit + 1));
    return Page.of(limits, limit, item -> item.id().toString());
  }

  @Override
  public RiskLimit require(UUID id) {
    return connections
        .withConnection(
            connection ->
                Sql.first(connection, LimitRows.SELECT + " and l.id = ?", LimitRows.LIMIT, id))
        .orElseThrow(() -> ProblemException.notFound("risk limit"));
  }

  @Override
  public RiskLimit create(RiskLimitInput input) {
    UUID id = Ids.next();
    connections.withConnection(
        connection -> {
          ValidLimit limit = ValidLimit.of(input, new Known(connection));
          holdLimits(connection);
          requireName(connection, limit.name(), id);
          requireRoom(connection);
          return Sql.change(
              connection,
              """
              insert into risk_limit (id, organization_id, created_at, version, name, kind,
                subject, trader_id, asset_id, market_code, amount, currency, lowest_price,
                highest_price, valid_from, valid_to, enabled)
              values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              values(
                  List.of(id, Tenancy.require().organization().value(), now()), limit, List.of()));
        });
    RiskLimit created = require(id);
    audit.record("risk_limit.created", "risk_limit", id, json(created));
    return created;
  }

  @Override
  public RiskLimit replace(UUID id, long expectedVersion, RiskLimitInput input) {
    RiskLimit before = current(id, expectedVersion);
    int changed =
        connections.withConnection(
            connection -> {
              ValidLimit limit = ValidLimit.of(input, new Known(connection));
              holdLimits(connection);
              requireName(connection, limit.name(), id);
              return Sql.change(
                  connection,
                  """
                  update risk_limit set version = version + 1, name = ?, kind = ?, subject = ?,
                    trader_id = ?, asset_id = ?, market_code = ?, amount = ?, currency = ?,
                    lowest_price = ?, highest_price = ?, valid_from = ?, valid_to = ?, enabled = ?
                  where id = ? and version = ?""",
                  values(List.of(), limit, List.of(id, expectedVersion)));
            });
    if (changed == 0) {
      throw stale(id);
    }
    RiskLimit after = require(id);
    audit.record("risk_limit.changed", "risk_limit", id, json(before), json(after));
    return after;
  }

  @Override
  public void delete(UUID id, long expectedVersion) {
    RiskLimit before = current(id, expectedVersion);
    int deleted =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    "delete from risk_limit where id = ? and version = ?",
                    id,
                    expectedVersion));
    if (deleted == 0) {
      throw stale(id);
    }
    audit.record("risk_limit.deleted", "risk_limit", id, json(before), JsonValue.EMPTY_JSON_OBJECT);
  }

  private RiskLimit current(UUID id, long expectedVersion) {
    RiskLimit limit = require(id);
    if (limit.version() != expectedVersion) {
      throw stale(id);
    }
    return limit;
  }

  private static ProblemException stale(UUID id) {
    return new ProblemException(
        ProblemCode.PRECONDITION_FAILED, "The limit " + id + " changed since you read it.");
  }

  private static void holdLimits(Connection connection) throws SQLException {
    Sql.first(
        connection,
        "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
        row -> true,
        "risk limits " + Tenancy.require().organization());
  }

  private static void requireName(Connection connection, String name, UUID id) throws SQLException {
    Optional<Boolean> other =
        Sql.first(
            connection,
            "select 1 from risk_limit where name = ? and id <> ?",
            row -> true,
            name,
            id);
    if (other.isPresent()) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "There is another limit of that name.",
          List.of(new Fault("/name", "duplicate", "You have another limit called " + name + ".")));
    }
  }

  private static void requireRoom(Connection connection) throws SQLException {
    long there =
        Sql.first(connection, "select count(*) from risk_limit", row -> row.getLong(1)).orElse(0L);
    if (there >= MOST_LIMITS) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "There are " + there + " limits; delete one first.");
    }
  }

  /** The limit's values in the order of its columns, between what comes before and after them. */
  private static @Nullable Object[] values(List<?> before, ValidLimit limit, List<?> after) {
    List<@Nullable Object> values = new ArrayList<>(before);
    values.add(limit.name());
    values.add(limit.kind().code());
    values.add(limit.subject().code());
    values.add(limit.traderId());
    values.add(limit.assetId());
    values.add(limit.marketCode());
    values.add(limit.amount());
    values.add(limit.currency());
    values.add(limit.lowestPrice());
    values.add(limit.highestPrice());
    values.add(limit.validFrom());
    values.add(limit.validTo());
    values.add(limit.enabled());
    values.addAll(after);
    return values.toArray();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static JsonObject json(RiskLimit limit) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", limit.name())
            .add("kind", limit.kind().code())
            .add("subject", limit.subject().code())
            .add("enabled", limit.enabled());
    add(json, "traderId", limit.traderId());
    add(json, "assetId", limit.assetId());
    add(json, "marketCode", limit.marketCode());
    add(json, "currency", limit.currency());
    add(json, "validFrom", limit.validFrom());
    add(json, "validTo", limit.validTo());
    if (limit.amount() != null) {
      json.add("amount", limit.amount());
    }
    if (limit.lowestPrice() != null) {
      json.add("lowestPrice", limit.lowestPrice());
    }
    if (limit.highestPrice() != null) {
      json.add("highestPrice", limit.highestPrice());
    }
    return json.build();
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private final class Known implements ValidLimit.Subjects {
    private final Connection connection;

    Known(Connection connection) {
      this.connection = connection;
    }

    @Override
    public boolean hasTrader(UUID id) {
      try {
        return Sql.first(
                connection,
                "select 1 from membership where organization_id = current_organization()"
                    + " and user_id = ?",
                row -> true,
                id)
            .isPresent();
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }

    @Override
    public boolean hasAsset(UUID id) {
      return assets.find(id).isPresent();
    }

    @Override
    public Optional<String> currencyOf(String marketCode) {
      return markets.find(marketCode).map(Market::currency);
    }
  }
}
