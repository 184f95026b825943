package energy.optibid.settlement.adapter;

import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.ShadowSettlement.Difference;
import energy.optibid.settlement.domain.ShadowComparison;
import energy.optibid.shared.Caller;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comparisons and their differences; works in the caller's transaction. */
@ApplicationScoped
public class JdbcShadowStore {
  private static final String SELECT =
      "select id, statement_id, name, lines_read, matched,"
          + " jsonb_array_length(differences) as count, created_at, created_by"
          + " from shadow_settlement ";

  private final TenantConnections connections;

  @Inject
  public JdbcShadowStore(TenantConnections connections) {
    this.connections = connections;
  }

  void add(
      Caller caller,
      UUID id,
      UUID statementId,
      String name,
      ShadowComparison.Outcome outcome,
      OffsetDateTime now) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into shadow_settlement (id, organization_id, statement_id, name, lines_read,
                  matched, differences, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                id,
                caller.organization().value(),
                statementId,
                name,
                outcome.read(),
                outcome.matched(),
                StatementJson.differences(outcome.differences()).toString(),
                now,
                caller.userId()));
  }

  Optional<ShadowSettlement> find(UUID id) {
    return connections.withConnection(
        connection -> Sql.first(connection, SELECT + "where id = ?", JdbcShadowStore::shadow, id));
  }

  /** Newest first; one more than the limit. */
  List<ShadowSettlement> list(UUID statementId, @Nullable UUID before, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                SELECT
                    + "where statement_id = ? and (?::uuid is null or id < ?)"
                    + " order by id desc limit ?",
                JdbcShadowStore::shadow,
                statementId,
                before,
                before,
                limit + 1));
  }

  /** Differences after a number; one more than the limit. */
  List<Difference> differences(UUID id, int after, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select d.number, d.one from shadow_settlement s,
                  jsonb_array_elements(s.differences) with ordinality as d (one, number)
                 where s.id = ? and d.number > ? order by d.number limit ?
                """,
                row ->
                    StatementJson.difference(
                        row.getInt("number"), JsonText.object(row.getString("one"))),
                id,
                after,
                limit + 1));
  }

  private static ShadowSettlement shadow(ResultSet row) throws SQLException {
    return new ShadowSettlement(
        row.getObject("id", UUID.class),
        row.getObject("statement_id", UUID.class),
        row.getString("name"),
        row.getInt("lines_read"),
        row.getInt("matched"),
        row.getInt("count"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class));
  }
}
