package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditTrail;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.Page;
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
import java.time.OffsetDateTime;
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
  public void record(String action, String subjectType, UUID subjectId, JsonObject details) {
    Caller caller = Tenancy.require();
    connections.withConnection(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into audit_entry
                    (id, organization_id, actor, action, subject_type, subject_id, details)
                  values (?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, caller.organization().value());
            insert.setObject(3, caller.userId());
            insert.setString(4, action);
            insert.setString(5, subjectType);
            insert.setObject(6, subjectId);
            insert.setString(7, details.toString());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public Page<AuditEntry> list(@Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<AuditEntry> entries =
        transactions.call(() -> connections.withConnection(c -> read(c, before, limit + 1)));
    return Page.of(entries, limit, entry -> entry.id().toString());
  }

  private static List<AuditEntry> read(Connection connection, @Nullable UUID before, int limit)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select id, at, actor, action, subject_type, subject_id, details from audit_entry
            where organization_id = current_organization() and (?::uuid is null or id < ?::uuid)
            order by id desc limit ?""")) {
      query.setObject(1, before);
      query.setObject(2, before);
      query.setInt(3, limit);
      List<AuditEntry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(
              new AuditEntry(
                  row.getObject("id", UUID.class),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  row.getObject("actor", UUID.class),
                  row.getString("action"),
                  row.getString("subject_type"),
                  row.getObject("subject_id", UUID.class),
                  JsonText.object(row.getString("details"))));
        }
      }
      return entries;
    }
  }
}
