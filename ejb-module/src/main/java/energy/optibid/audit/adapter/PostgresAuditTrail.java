package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.AuditTrail;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail as an append-only table. */
@ApplicationScoped
@Typed(AuditTrail.class)
public class PostgresAuditTrail implements AuditTrail {

  private final TenantConnections connections;
  private final Transactions transactions;

  @Inject
  public PostgresAuditTrail(TenantConnections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  @Override
  public void record(
      String action,
      String subjectType,
      UUID subjectId,
      @Nullable JsonObject before,
      JsonObject after) {
    Caller caller = Tenancy.require();
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into audit_entry (id, organization_id, actor, actor_kind, session_id,
                  address, user_agent, action, subject_type, subject_id, before, after)
                values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""",
                Ids.next(),
                caller.organization().value(),
                caller.userId(),
                caller.isJob() ? "system" : "user",
                caller.origin().session(),
                caller.origin().address(),
                caller.origin().userAgent(),
                action,
                subjectType,
                subjectId,
                before == null ? null : before.toString(),
                after.toString()));
  }

  @Override
  public Page<AuditEntry> list(AuditQuery query, @Nullable String cursor, int limit) {
    AuditFilter filter = new AuditFilter(query);
    if (cursor != null) {
      filter.and("e.id < ?", Cursors.id(cursor));
    }
    List<AuditEntry> entries =
        transactions.call(() -> connections.withConnection(c -> read(c, filter, limit + 1)));
    return Page.of(entries, limit, entry -> entry.id().toString());
  }

  private static List<AuditEntry> read(Connection connection, AuditFilter filter, int limit)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select %s, %s, u.display_name from audit_entry e left join audit_seal s on s.entry_id = e.id left join app_user u on u.id = e.actor where %s order by e.id desc limit ?"
                .formatted(AuditRows.ENTRY, AuditRows.SEAL, filter.sql()))) {
      query.setInt(filter.set(query), limit);
      List<AuditEntry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(AuditRows.entry(row));
        }
      }
      return entries;
    }
  }
}
