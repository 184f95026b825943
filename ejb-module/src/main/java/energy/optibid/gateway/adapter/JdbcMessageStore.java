package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.CircuitRules;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.ExchangeMessage.Action;
import energy.optibid.gateway.domain.ExchangeMessage.Answer;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as the table {@code exchange_message}, beside it how its connections do. */
@ApplicationScoped
@Typed(MessageStore.class)
public class JdbcMessageStore implements MessageStore {
  private static final int MOST_AT_ONCE = 3;
  private static final String COLUMNS =
      """
      id, organization_id, connection_id, submission_id, bid_id, action, reference, market_code,
      delivery_day, gate_closes_at, body, state, placed, failures, claims""";

  private final TenantConnections connections;

  @Inject
  public JdbcMessageStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(ExchangeMessage message, UUID auctionId, Instant at) {
    change(
        """
        insert into exchange_message (id, organization_id, connection_id, submission_id, bid_id,
          auction_id, action, reference, market_code, delivery_day, gate_closes_at, body, state,
          due_at, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)""",
        message.id(),
        message.organization(),
        message.connectionId(),
        message.submissionId(),
        message.bidId(),
        auctionId,
        message.action().code(),
        message.reference(),
        message.marketCode(),
        message.deliveryDay(),
        utc(message.gateClosesAt()),
        message.body(),
        utc(at),
        utc(at));
  }

  /** What never left is looked at when its gate closes, however its exchange is. */
  @Override
  public Optional<ExchangeMessage> claim(Instant now) {
    return first(
        """
        update exchange_message t set claims = claims + 1,
          claimed_until = ?::timestamptz + interval '1 millisecond'
            * (select 2 * c.timeout_ms + 5000 from exchange_connection c
                where c.id = t.connection_id)
         where t.id = (
           select m.id from exchange_message m
             left join exchange_circuit k on k.connection_id = m.connection_id
            where m.state <> 'answered' and m.due_at <= ?
              and (m.claimed_until is null or m.claimed_until <= ?)
              and not exists (
                select from exchange_message e
                 where e.bid_id = m.bid_id and e.id < m.id and e.state <> 'answered')
              and (k.open_until is null or k.open_until <= ?
                or m.state in ('queued', 'retry') and m.gate_closes_at <= ?)
              and (select count(*) from exchange_message f
                    where f.connection_id = m.connection_id and f.state <> 'answered'
                      and f.claimed_until > ?)
                  < case when coalesce(k.failures, 0) >= ? then 1 else ? end
            order by m.due_at, m.id limit 1 for update of m skip locked)
        returning """
            + " "
            + COLUMNS,
        utc(now),
        utc(now),
        utc(now),
        utc(now),
        utc(now),
        utc(now),
        CircuitRules.OPENS_AFTER,
        MOST_AT_ONCE);
  }

  @Override
  public Optional<ExchangeMessage> hold(ExchangeMessage claimed) {
    return first(
        "select "
            + COLUMNS
            + " from exchange_message where id = ? and claims = ? and state <> 'answered'"
            + " for update",
        claimed.id(),
        claimed.claim());
  }

  @Override
  public Optional<ExchangeMessage> holdOrder(UUID connectionId, String reference) {
    return first(
        "select "
            + COLUMNS
            + " from exchange_message where connection_id = ? and reference = ?"
            + " and action = 'submit' for update",
        connectionId,
        reference);
  }

  @Override
  public Optional<ExchangeMessage> holdRecall(UUID connectionId, String reference) {
    return first(
        "select "
            + COLUMNS
            + " from exchange_message where connection_id = ? and reference = ?"
            + " and action = 'withdraw' and state <> 'answered' order by id limit 1 for update",
        connectionId,
        reference);
  }

  @Override
  public void left(ExchangeMessage message, Instant at) {
    change(
        """
        update exchange_message set sent_at = ?, placed = placed + 1,
          state = case when state = 'in_doubt' then state else 'sent' end where id = ?""",
        utc(at),
        message.id());
  }

  @Override
  public void open(
      ExchangeMessage message, State state, Instant dueAt, int failures, @Nullable String error) {
    change(
        """
        update exchange_message set state = ?, due_at = ?, failures = ?, error = ?::text,
          claimed_until = null where id = ?""",
        state.code(),
        utc(dueAt),
        failures,
        error,
        message.id());
  }

  @Override
  public void answered(ExchangeMessage message, Answer answer, Instant at) {
    change(
        """
        update exchange_message set state = 'answered', answer = ?, answered_at = ?, error = null,
          claimed_until = null where id = ?""",
        answer.code(),
        utc(at),
        message.id());
  }

  @Override
  public Optional<String> referenceOf(UUID submissionId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select reference from exchange_message where submission_id = ?"
                    + " and action = 'submit'",
                row -> row.getString(1),
                submissionId));
  }

  @Override
  public void succeeded(ExchangeMessage message, Instant at) {
    change(
        """
        insert into exchange_circuit (connection_id, organization_id, succeeded_at)
        values (?, ?, ?)
        on conflict (connection_id) do update set failures = 0, open_until = null, error = null,
          succeeded_at = excluded.succeeded_at""",
        message.connectionId(),
        message.organization(),
        utc(at));
  }

  @Override
  public void failed(ExchangeMessage message, String error, Instant at) {
    int failures =
        connections
            .withConnection(
                connection ->
                    Sql.first(
                        connection,
                        """
                        insert into exchange_circuit (connection_id, organization_id, failures,
                          failed_at, error)
                        values (?, ?, 1, ?, ?)
                        on conflict (connection_id) do update set
                          failures = exchange_circuit.failures + 1,
                          failed_at = excluded.failed_at, error = excluded.error
                        returning failures""",
                        row -> row.getInt(1),
                        message.connectionId(),
                        message.organization(),
                        utc(at),
                        error))
            .orElseThrow();
    Duration pause = CircuitRules.breakAfter(failures);
    if (!pause.isZero()) {
      change(
          "update exchange_circuit set open_until = ? where connection_id = ?",
          utc(at.plus(pause)),
          message.connectionId());
    }
  }

  @Override
  public void fault(UUID connectionId, String code, String subject, String text, Instant at) {
    change(
        """
        insert into exchange_fault (id, organization_id, connection_id, at, code, subject, message)
        values (?, ?, ?, ?, ?, ?, ?)""",
        Ids.next(),
        Tenancy.require().organization().value(),
        connectionId,
        utc(at),
        code,
        subject,
        text);
  }

  private Optional<ExchangeMessage> first(String query, @Nullable Object... values) {
    return connections.withConnection(
        connection -> Sql.first(connection, query, JdbcMessageStore::message, values));
  }

  private void change(String statement, @Nullable Object... values) {
    int ignored =
        connections.withConnection(connection -> Sql.change(connection, statement, values));
  }

  static ExchangeMessage message(ResultSet row) throws SQLException {
    return new ExchangeMessage(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("connection_id", UUID.class),
        row.getObject("submission_id", UUID.class),
        row.getObject("bid_id", UUID.class),
        Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        row.getString("reference"),
        row.getString("market_code"),
        row.getObject("delivery_day", LocalDate.class),
        row.getObject("gate_closes_at", OffsetDateTime.class).toInstant(),
        row.getString("body"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("placed"),
        row.getInt("failures"),
        row.getLong("claims"));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
