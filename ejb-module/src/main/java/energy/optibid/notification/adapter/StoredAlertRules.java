package energy.optibid.notification.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Markets;
import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Comparison;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.AlertRuleInput;
import energy.optibid.notification.AlertRules;
import energy.optibid.notification.domain.ValidRule;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules in PostgreSQL; each query names the caller besides what row-level security does. */
@ApplicationScoped
@Typed(AlertRules.class)
@InTransaction
public class StoredAlertRules implements AlertRules {
  private static final int MOST_RULES = 100;
  private static final String RULES =
      """
      select id, name, kind, market_code, area_code, comparison, threshold, minutes, in_app, email,
        digest, daily_at, critical, enabled, created_at, version
      from alert_rule where organization_id = current_organization() and user_id = ?""";
  private static final SqlFunction<ResultSet, AlertRule> RULE = StoredAlertRules::read;

  private final TenantConnections connections;
  private final AuditTrail audit;
  private final ValidRule.Places places;
  private final Clock clock;

  @Inject
  public StoredAlertRules(
      TenantConnections connections,
      AuditTrail audit,
      Markets markets,
      BidAreas areas,
      Clock clock) {
    this.connections = connections;
    this.audit = audit;
    this.places = new KnownPlaces(markets, areas);
    this.clock = clock;
  }

  @Override
  public Page<AlertRule> list(@Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    List<AlertRule> rules =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    RULES + " and (?::uuid is null or id > ?::uuid) order by id limit ?",
                    RULE,
                    user(),
                    after,
                    after,
                    limit + 1));
    return Page.of(rules, limit, rule -> rule.id().toString());
  }

  @Override
  public AlertRule require(UUID id) {
    return connections
        .withConnection(
            connection -> Sql.first(connection, RULES + " and id = ?", RULE, user(), id))
        .orElseThrow(() -> ProblemException.notFound("alert rule"));
  }

  @Override
  public AlertRule create(AlertRuleInput input) {
    ValidRule rule = ValidRule.of(input, places);
    UUID id = Ids.next();
    connections.withConnection(
        connection -> {
          long there =
              Sql.first(
                      connection,
                      "select count(*) from alert_rule where user_id = ?",
                      row -> row.getLong(1),
                      user())
                  .orElse(0L);
          if (there >= MOST_RULES) {
            throw new ProblemException(
                ProblemCode.CONFLICT, "You have " + there + " rules; delete one first.");
          }
          return Sql.change(
              connection,
              """
              insert into alert_rule (id, organization_id, user_id, created_at, version, name, kind,
                market_code, area_code, comparison, threshold, minutes, in_app, email, digest,
                daily_at, critical, enabled)
              values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              values(
                  List.of(
                      id,
                      Tenancy.require().organization().value(),
                      user(),
                      OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                          .truncatedTo(ChronoUnit.MICROS)),
                  rule,
                  List.of()));
        });
    AlertRule created = require(id);
    audit.record("alert_rule.created", "alert_rule", id, json(created));
    return created;
  }

  @Override
  public AlertRule replace(UUID id, long expectedVersion, AlertRuleInput input) {
    AlertRule before = current(id, expectedVersion);
    ValidRule rule = ValidRule.of(input, places);
    int changed =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    update alert_rule set version = version + 1, name = ?, kind = ?,
                      market_code = ?, area_code = ?, comparison = ?, threshold = ?, minutes = ?,
                      in_app = ?, email = ?, digest = ?, daily_at = ?, critical = ?, enabled = ?
                    where id = ? and user_id = ? and version = ?""",
                    values(List.of(), rule, List.of(id, user(), expectedVersion))));
    if (changed == 0) {
      throw stale(id);
    }
    AlertRule after = require(id);
    audit.record("alert_rule.changed", "alert_rule", id, json(before), json(after));
    return after;
  }

  @Override
  public void delete(UUID id, long expectedVersion) {
    AlertRule before = current(id, expectedVersion);
    int deleted =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    "delete from alert_rule where id = ? and user_id = ? and version = ?",
                    id,
                    user(),
                    expectedVersion));
    if (deleted == 0) {
      throw stale(id);
    }
    audit.record("alert_rule.deleted", "alert_rule", id, json(before), JsonValue.EMPTY_JSON_OBJECT);
  }

  private AlertRule current(UUID id, long expectedVersion) {
    AlertRule rule = require(id);
    if (rule.version() != expectedVersion) {
      throw stale(id);
    }
    return rule;
  }

  private static ProblemException stale(UUID id) {
    return new ProblemException(
        ProblemCode.PRECONDITION_FAILED, "The rule " + id + " changed since you read it.");
  }

  /** The rule's values in the order of its columns, between what comes before and after them. */
  private static @Nullable Object[] values(List<?> before, ValidRule rule, List<?> after) {
    List<@Nullable Object> values = new ArrayList<>(before);
    values.add(rule.name());
    values.add(rule.kind().code());
    values.add(rule.marketCode());
    values.add(rule.areaCode());
    values.add(rule.comparison() == null ? null : rule.comparison().code());
    values.add(rule.threshold());
    values.add(rule.minutes());
    values.add(rule.channels().contains(Channel.IN_APP));
    values.add(rule.channels().contains(Channel.EMAIL));
    values.add(rule.digest().code());
    values.add(rule.dailyAt());
    values.add(rule.critical());
    values.add(rule.enabled());
    values.addAll(after);
    return values.toArray();
  }

  private static AlertRule read(ResultSet row) throws SQLException {
    List<Channel> channels = new ArrayList<>();
    if (row.getBoolean("in_app")) {
      channels.add(Channel.IN_APP);
    }
    if (row.getBoolean("email")) {
      channels.add(Channel.EMAIL);
    }
    String comparison = row.getString("comparison");
    LocalTime dailyAt = row.getObject("daily_at", LocalTime.class);
    BigDecimal threshold = row.getBigDecimal("threshold");
    return new AlertRule(
        row.getObject("id", UUID.class),
        row.getString("name"),
        AlertKind.ofCode(row.getString("kind")),
        row.getString("market_code"),
        row.getString("area_code"),
        comparison == null ? null : Comparison.valueOf(comparison.toUpperCase(Locale.ROOT)),
        threshold == null ? null : threshold.stripTrailingZeros(),
        row.getObject("minutes", Integer.class),
        channels,
        Digest.valueOf(row.getString("digest").toUpperCase(Locale.ROOT)),
        dailyAt == null ? null : dailyAt.toString(),
        row.getBoolean("critical"),
        row.getBoolean("enabled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private static JsonObject json(AlertRule rule) {
    JsonArrayBuilder channels = Json.createArrayBuilder();
    rule.channels().forEach(channel -> channels.add(channel.code()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", rule.name())
            .add("kind", rule.kind().code())
            .add("channels", channels)
            .add("digest", rule.digest().code())
            .add("critical", rule.critical())
            .add("enabled", rule.enabled());
    if (rule.marketCode() != null) {
      json.add("marketCode", rule.marketCode());
    }
    if (rule.areaCode() != null) {
      json.add("areaCode", rule.areaCode());
    }
    if (rule.comparison() != null) {
      json.add("comparison", rule.comparison().code());
    }
    if (rule.threshold() != null) {
      json.add("threshold", rule.threshold());
    }
    if (rule.minutes() != null) {
      json.add("minutes", rule.minutes());
    }
    if (rule.dailyAt() != null) {
      json.add("dailyAt", rule.dailyAt());
    }
    return json.build();
  }

  private static UUID user() {
    return Tenancy.require().userId();
  }

  private record KnownPlaces(Markets markets, BidAreas areas) implements ValidRule.Places {
    @Override
    public boolean hasMarket(String code) {
      return markets.find(code).isPresent();
    }

    @Override
    public boolean hasArea(String market, String code) {
      return areas.find(market, code).isPresent();
    }
  }
}
