package energy.optibid.outbox.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.outbox.DeadLetter;
import energy.optibid.outbox.DeadLetters;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters as rows, in transactions of the platform: they are of every organisation. */
@ApplicationScoped
@Typed(DeadLetters.class)
public class DeadLetterDesk implements DeadLetters {

  private static final int LONGEST_REASON = 500;

  private static final String LETTERS =
      """
      select d.id, d.consumer, l.event_id, l.type, l.aggregate_type, l.aggregate_id,
        l.aggregate_version, l.organization_id, d.attempts, d.error, l.created_at,
        d.failed_since, d.died_at
      from dead_letter d join event_log l on l.position = d.position""";

  private final PlatformTransactions transactions;
  private final TenantConnections connections;
  private final AuditTrail audit;

  @Inject
  public DeadLetterDesk(
      PlatformTransactions transactions, TenantConnections connections, AuditTrail audit) {
    this.transactions = transactions;
    this.connections = connections;
    this.audit = audit;
  }

  @Override
  public Page<DeadLetter> list(@Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<DeadLetter> letters =
        transactions.call(
            () ->
                connections.withConnection(
                    connection ->
                        Sql.rows(
                            connection,
                            LETTERS
                                + " where (?::uuid is null or d.id < ?::uuid)"
                                + " order by d.id desc limit ?",
                            DeadLetterDesk::read,
                            before,
                            before,
                            limit + 1)));
    return Page.of(letters, limit, letter -> letter.id().toString());
  }

  @Override
  public DeadLetter require(UUID id) {
    return transactions.call(
        () -> connections.withConnection(connection -> require(connection, id)));
  }

  @Override
  public DeadLetter replay(UUID id) {
    return transactions.call(
        () -> {
          DeadLetter letter =
              connections.withConnection(
                  connection -> {
                    DeadLetter found = require(connection, id);
                    Sql.first(
                        connection,
                        """
                        with gone as (
                          delete from dead_letter where id = ? returning consumer, position
                        ), again as (
                          insert into delivery (consumer, position, organization_id,
                            aggregate_type, aggregate_id, aggregate_version)
                          select g.consumer, g.position, l.organization_id, l.aggregate_type,
                            l.aggregate_id, l.aggregate_version
                          from gone g join event_log l on l.position = g.position
                          returning position
                        )
                        select pg_notify('%s', '') from again"""
                            .formatted(EventRelay.DELIVERY_SIGNAL),
                        row -> true,
                        id);
                    return found;
                  });
          audit.record("dead_letter.replayed", "dead_letter", id, about(letter).build());
          return letter;
        });
  }

  @Override
  public void discard(UUID id, String reason) {
    String said = reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      String sentence =
          "Say in 1 to %d characters why the event is given up.".formatted(LONGEST_REASON);
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          sentence,
          List.of(new Fault("/reason", said.isEmpty() ? "required" : "too_long", sentence)));
    }
    boolean ignored =
        transactions.call(
            () -> {
              DeadLetter letter =
                  connections.withConnection(
                      connection -> {
                        DeadLetter found = require(connection, id);
                        Sql.change(connection, "delete from dead_letter where id = ?", id);
                        return found;
                      });
              audit.record(
                  "dead_letter.discarded",
                  "dead_letter",
                  id,
                  about(letter).add("reason", said).build());
              return true;
            });
  }

  private static DeadLetter require(Connection connection, UUID id) throws SQLException {
    return Sql.first(
            connection, LETTERS + " where d.id = ? for update of d", DeadLetterDesk::read, id)
        .orElseThrow(() -> ProblemException.notFound("dead letter"));
  }

  private static JsonObjectBuilder about(DeadLetter letter) {
    return Json.createObjectBuilder()
        .add("consumer", letter.consumer())
        .add("eventId", letter.eventId().toString())
        .add("eventType", letter.eventType())
        .add("attempts", letter.attempts())
        .add("error", letter.error());
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("consumer"),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getString("aggregate_type"),
        row.getObject("aggregate_id", UUID.class),
        row.getLong("aggregate_version"),
        PostgresDeliveryLedger.organization(row),
        row.getInt("attempts"),
        row.getString("error"),
        at(row, "created_at"),
        at(row, "failed_since"),
        at(row, "died_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
