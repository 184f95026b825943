package energy.optibid.settlement.adapter;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.settlement.Dispute;
import energy.optibid.settlement.DisputeState;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disputes and what was done to them; works in the caller's transaction. */
@ApplicationScoped
public class JdbcDisputeStore {
  private final TenantConnections connections;

  @Inject
  public JdbcDisputeStore(TenantConnections connections) {
    this.connections = connections;
  }

  void add(Caller caller, Dispute dispute) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into settlement_dispute (id, organization_id, statement_id, asset_id,
                  delivery_day, block, kind, source, shadow_id, stated_amount, claimed_amount,
                  state, created_at, created_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                dispute.id(),
                caller.organization().value(),
                dispute.statementId(),
                dispute.assetId(),
                dispute.day(),
                dispute.block(),
                dispute.kind().code(),
                dispute.source(),
                dispute.shadowId(),
                dispute.statedAmount(),
                dispute.claimedAmount(),
                dispute.state().code(),
                dispute.createdAt(),
                dispute.createdBy(),
                dispute.version()));
  }

  /** Writes down what was done or said. */
  void addEntry(Caller caller, UUID disputeId, Dispute.Entry entry) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into settlement_dispute_entry (id, organization_id, dispute_id, action, note,
                  created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.next(),
                caller.organization().value(),
                disputeId,
                entry.action(),
                entry.note(),
                entry.at(),
                entry.by()));
  }

  /** Moves a dispute on if it still has that version; whether it did. */
  boolean move(UUID id, long version, DisputeState to) {
    return connections.withConnection(
        connection ->
            Sql.change(
                    connection,
                    "update settlement_dispute set state = ?, version = version + 1"
                        + " where id = ? and version = ?",
                    to.code(),
                    id,
                    version)
                == 1);
  }

  Optional<Dispute> find(UUID id) {
    return connections.withConnection(
        connection ->
            withEntries(
                    connection,
                    Sql.rows(
                        connection,
                        "select * from settlement_dispute where id = ?",
                        JdbcDisputeStore::dispute,
                        id))
                .stream()
                .findFirst());
  }

  /** Newest first; one more than the limit. */
  List<Dispute> list(@Nullable UUID statementId, @Nullable UUID before, int limit) {
    return connections.withConnection(
        connection ->
            withEntries(
                connection,
                Sql.rows(
                    connection,
                    """
                    select * from settlement_dispute
                     where (?::uuid is null or statement_id = ?) and (?::uuid is null or id < ?)
                     order by id desc limit ?
                    """,
                    JdbcDisputeStore::dispute,
                    statementId,
                    statementId,
                    before,
                    before,
                    limit + 1)));
  }

  private static List<Dispute> withEntries(Connection connection, List<Dispute> disputes)
      throws SQLException {
    Map<UUID, List<Dispute.Entry>> entries = new HashMap<>();
    Object[] ids = disputes.stream().map(Dispute::id).toArray();
    Sql.rows(
        connection,
        "select * from settlement_dispute_entry where dispute_id = any(?) order by id",
        row ->
            entries
                .computeIfAbsent(row.getObject("dispute_id", UUID.class), id -> new ArrayList<>())
                .add(
                    new Dispute.Entry(
                        row.getString("action"),
                        row.getString("note"),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("created_by", UUID.class))),
        connection.createArrayOf("uuid", ids));
    return disputes.stream().map(d -> with(d, entries.getOrDefault(d.id(), List.of()))).toList();
  }

  private static Dispute with(Dispute d, List<Dispute.Entry> entries) {
    return new Dispute(
        d.id(),
        d.statementId(),
        d.assetId(),
        d.day(),
        d.block(),
        d.kind(),
        d.source(),
        d.shadowId(),
        d.statedAmount(),
        d.claimedAmount(),
        d.state(),
        entries,
        d.createdAt(),
        d.createdBy(),
        d.version());
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    return new Dispute(
        row.getObject("id", UUID.class),
        row.getObject("statement_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getObject("delivery_day", LocalDate.class),
        row.getInt("block"),
        LineKind.ofCode(row.getString("kind")),
        row.getString("source"),
        row.getObject("shadow_id", UUID.class),
        row.getBigDecimal("stated_amount"),
        row.getBigDecimal("claimed_amount"),
        DisputeState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        List.of(),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getLong("version"));
  }
}
