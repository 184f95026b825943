package energy.optibid.settlement.adapter;

import energy.optibid.engine.settlement.BlockDeviation;
import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.StatementLine;
import energy.optibid.settlement.AwardOrigin;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.StatementStatus;
import energy.optibid.settlement.domain.CalculatedDay;
import energy.optibid.settlement.domain.LineText;
import energy.optibid.shared.Caller;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements and their days; works in the caller's transaction. */
@ApplicationScoped
public class JdbcStatementStore {
  private static final String SELECT =
      "select s.*, j.state as job_state from settlement_statement s join job j on j.id = s.job_id ";
  private static final String ADD_DAY =
      """
      insert into settlement_statement_day (organization_id, statement_id, asset_id, delivery_day,
        participant, contract_rate, rule_pack, total, energy_mwh, deviation_mwh, deviation_amount,
        line_count, lines, deviations, awards)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private final TenantConnections connections;

  @Inject
  public JdbcStatementStore(TenantConnections connections) {
    this.connections = connections;
  }

  /** A statement about to be calculated. */
  record Asked(
      UUID id, @Nullable UUID exchangeId, LocalDate firstDay, LocalDate lastDay, UUID jobId) {}

  /** Adds a statement as the next revision of its span. */
  void add(Caller caller, Asked asked, OffsetDateTime now) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into settlement_statement (id, organization_id, exchange_id, first_day,
                  last_day, revision, status, job_id, created_at, created_by, version)
                select ?, ?, x.id, d.first, d.last, 1 + coalesce((
                    select max(s.revision) from settlement_statement s
                     where s.exchange_id is not distinct from x.id and s.first_day = d.first
                       and s.last_day = d.last), 0), 'provisional', ?, ?, ?, 1
                  from (select ?::uuid as id) x,
                       (select ?::date as first, ?::date as last) d
                """,
                asked.id(),
                caller.organization().value(),
                asked.jobId(),
                now,
                caller.userId(),
                asked.exchangeId(),
                asked.firstDay(),
                asked.lastDay()));
  }

  Optional<Statement> find(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(connection, SELECT + "where s.id = ?", JdbcStatementStore::statement, id));
  }

  /** Newest first; one more than the limit. */
  List<Statement> list(
      @Nullable UUID exchangeId, boolean reality, @Nullable UUID before, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                SELECT
                    + """
                    where (?::uuid is null or s.exchange_id = ?)
                      and not (? and s.exchange_id is not null)
                      and (?::uuid is null or s.id < ?)
                    order by s.id desc limit ?
                    """,
                JdbcStatementStore::statement,
                exchangeId,
                exchangeId,
                reality,
                before,
                before,
                limit + 1));
  }

  /** Makes a statement final if it still has that version; whether it did. */
  boolean finish(UUID id, long version) {
    return connections.withConnection(
        connection ->
            Sql.change(
                    connection,
                    "update settlement_statement set status = 'final', version = version + 1"
                        + " where id = ? and version = ? and status = 'provisional'",
                    id,
                    version)
                == 1);
  }

  /** Keeps what was calculated in place of an interrupted attempt, and the sums with it. */
  void keep(Caller caller, UUID id, List<CalculatedDay> days, JsonObject summary) {
    BigDecimal total =
        days.stream().map(d -> d.statement().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
    connections.withConnection(
        connection -> {
          Sql.change(connection, "delete from settlement_statement_day where statement_id = ?", id);
          try (PreparedStatement insert = connection.prepareStatement(ADD_DAY)) {
            for (CalculatedDay day : days) {
              fill(insert, caller, id, day);
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return Sql.change(
              connection,
              "update settlement_statement set summary = ?::jsonb, total = ?, currency = ?,"
                  + " version = version + 1 where id = ?",
              summary.toString(),
              total,
              days.isEmpty() ? null : days.get(0).currency(),
              id);
        });
  }

  /** Days by asset and date after a place; one more than the limit. */
  List<StatementDay> days(
      UUID id, @Nullable UUID assetId, @Nullable UUID after, @Nullable LocalDate day, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select asset_id, delivery_day, energy_mwh, deviation_mwh, deviation_amount, total,
                       line_count
                  from settlement_statement_day
                 where statement_id = ? and (?::uuid is null or asset_id = ?)
                   and (?::uuid is null or (asset_id, delivery_day) > (?, ?::date))
                 order by asset_id, delivery_day limit ?
                """,
                JdbcStatementStore::day,
                id,
                assetId,
                assetId,
                after,
                after,
                day,
                limit + 1));
  }

  /** One day with its texts. */
  Optional<KeptDay> keptDay(UUID id, UUID assetId, LocalDate day) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                """
                select * from settlement_statement_day
                 where statement_id = ? and asset_id = ? and delivery_day = ?
                """,
                JdbcStatementStore::keptDay,
                id,
                assetId,
                day));
  }

  /** Every day with its texts, by asset and date. */
  List<KeptDay> keptDays(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select * from settlement_statement_day where statement_id = ?
                 order by asset_id, delivery_day
                """,
                JdbcStatementStore::keptDay,
                id));
  }

  /** The awards every day was calculated from, by asset and date; days without any too. */
  Map<UUID, Map<LocalDate, List<AwardOrigin>>> keptAwards(UUID id) {
    Map<UUID, Map<LocalDate, List<AwardOrigin>>> kept = new HashMap<>();
    connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select asset_id, delivery_day, awards from settlement_statement_day"
                    + " where statement_id = ?",
                row ->
                    kept.computeIfAbsent(
                            row.getObject("asset_id", UUID.class), asset -> new HashMap<>())
                        .put(row.getObject("delivery_day", LocalDate.class), awards(row)),
                id));
    return kept;
  }

  /** A day as it is kept; the texts are those of {@link LineText}. */
  record KeptDay(
      StatementDay day,
      String participant,
      String rulePack,
      String lines,
      String deviations,
      List<AwardOrigin> awards) {}

  private static void fill(PreparedStatement insert, Caller caller, UUID id, CalculatedDay day)
      throws SQLException {
    BigDecimal energy = BigDecimal.ZERO;
    BigDecimal charge = BigDecimal.ZERO;
    for (StatementLine line : day.statement().lines()) {
      if (line.kind().isDeviation()) {
        charge = charge.add(line.amount());
      }
      if (line.kind() == LineKind.ENERGY || line.kind() == LineKind.CONTRACT_ENERGY) {
        energy = energy.add(line.quantity());
      }
    }
    BigDecimal deviation =
        day.statement().deviations().stream()
            .map(BlockDeviation::deviationMwh)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    @Nullable Object[] values = {
      caller.organization().value(),
      id,
      day.asset().id(),
      day.day(),
      day.terms().participant().code(),
      day.terms().contractRate(),
      day.pack().identity(),
      day.statement().total(),
      energy,
      deviation,
      charge,
      day.statement().lines().size(),
      LineText.ofLines(day.statement().lines()),
      LineText.ofDeviations(day.statement().deviations()),
      StatementJson.awards(day.awards()).toString()
    };
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
  }

  private static Statement statement(ResultSet row) throws SQLException {
    String summary = row.getString("summary");
    JsonObject sums = summary == null ? null : JsonText.object(summary);
    return new Statement(
        row.getObject("id", UUID.class),
        row.getObject("exchange_id", UUID.class),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getInt("revision"),
        StatementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        state(sums, row.getString("job_state")),
        row.getObject("job_id", UUID.class),
        row.getString("currency"),
        row.getBigDecimal("total"),
        sums == null ? List.of() : StatementJson.totals(sums.getJsonObject("totals")),
        sums == null ? List.of() : StatementJson.assets(sums),
        sums == null ? List.of() : StatementJson.missing(sums),
        sums != null && sums.getBoolean("simulatedGrid"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getLong("version"));
  }

  private static StatementState state(@Nullable JsonObject sums, String job) {
    if (sums != null) {
      return StatementState.READY;
    }
    return switch (job) {
      case "queued" -> StatementState.QUEUED;
      case "running" -> StatementState.RUNNING;
      case "cancelled" -> StatementState.CANCELLED;
      default -> StatementState.FAILED;
    };
  }

  private static StatementDay day(ResultSet row) throws SQLException {
    return new StatementDay(
        row.getObject("asset_id", UUID.class),
        row.getObject("delivery_day", LocalDate.class),
        row.getBigDecimal("energy_mwh"),
        row.getBigDecimal("deviation_mwh"),
        row.getBigDecimal("deviation_amount"),
        row.getBigDecimal("total"),
        row.getInt("line_count"));
  }

  private static KeptDay keptDay(ResultSet row) throws SQLException {
    return new KeptDay(
        day(row),
        row.getString("participant"),
        row.getString("rule_pack"),
        row.getString("lines"),
        row.getString("deviations"),
        awards(row));
  }

  private static List<AwardOrigin> awards(ResultSet row) throws SQLException {
    return JsonText.array(row.getString("awards")).getValuesAs(JsonObject.class).stream()
        .map(StatementJson::award)
        .toList();
  }
}
