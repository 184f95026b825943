package energy.optibid.exchange.adapter;

import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventKind;
import energy.optibid.exchange.EventState;
import energy.optibid.exchange.MarketEvent;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.exchange.domain.PlannedEvent;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exchanges in {@code exchange}, their calendar in {@code market_event}. */
@ApplicationScoped
@Typed(ExchangeStore.class)
public class JdbcExchangeStore implements ExchangeStore {
  private static final String SELECT_EVENT =
      """
      select e.*, a.market_code, a.session, a.time_zone
        from market_event e left join auction a on a.id = e.auction_id
      """;

  private final TenantConnections connections;

  @Inject
  public JdbcExchangeStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(ExchangeState exchange, @Nullable UUID createdBy) {
    change(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, history_days, history_cleared,
          history_job_id, created_at, created_by, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        exchange.id(),
        exchange.organizationId(),
        exchange.name(),
        exchange.seed(),
        exchange.firstDay(),
        exchange.plannedThrough(),
        exchange.clock().mode().code(),
        exchange.clock().speed(),
        utc(exchange.clock().marketAt()),
        utc(exchange.clock().wallAt()),
        exchange.historyDays(),
        exchange.historyCleared(),
        exchange.historyJobId(),
        exchange.createdAt(),
        createdBy,
        exchange.version());
  }

  @Override
  public Optional<ExchangeState> find(UUID id) {
    return exchanges("where id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<ExchangeState> hold(UUID id) {
    return exchanges("where id = ? for no key update", id).stream().findFirst();
  }

  @Override
  public Optional<ExchangeState> holdUnlessHeld(UUID id) {
    return exchanges("where id = ? for no key update skip locked", id).stream().findFirst();
  }

  @Override
  public List<ExchangeState> active() {
    return exchanges("where ended_at is null order by organization_id nulls first, id desc");
  }

  private List<ExchangeState> exchanges(String which, @Nullable Object... values) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select * from exchange " + which,
                JdbcExchangeStore::exchange,
                values));
  }

  @Override
  public void setClock(UUID id, MarketClock clock) {
    change(
        """
        update exchange set clock_mode = ?, clock_speed = ?, clock_market_at = ?,
               clock_wall_at = ?, version = version + 1
         where id = ?
        """,
        clock.mode().code(),
        clock.speed(),
        utc(clock.marketAt()),
        utc(clock.wallAt()),
        id);
  }

  @Override
  public void anchor(UUID id, MarketClock clock) {
    change(
        "update exchange set clock_market_at = ?, clock_wall_at = ? where id = ?",
        utc(clock.marketAt()),
        utc(clock.wallAt()),
        id);
  }

  @Override
  public void end(UUID id, Instant wall) {
    change(
        "update exchange set ended_at = ?, clock_mode = 'paused', version = version + 1"
            + " where id = ?",
        utc(wall),
        id);
  }

  @Override
  public void setPlannedThrough(UUID id, LocalDate day) {
    change("update exchange set planned_through = ? where id = ?", day, id);
  }

  @Override
  public void setHistory(UUID id, int days, @Nullable UUID jobId) {
    change(
        "update exchange set history_days = ?, history_job_id = ?, version = version + 1"
            + " where id = ?",
        days,
        jobId,
        id);
  }

  @Override
  public Optional<UUID> holdHistory(UUID id) {
    return connections.withConnection(
        connection -> {
          Sql.rows(
              connection,
              "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
              row -> row.getString(1),
              "exchange history " + id);
          return Sql.first(
              connection,
              "select history_job_id from exchange where id = ? and history_job_id is not null",
              row -> row.getObject(1, UUID.class),
              id);
        });
  }

  @Override
  public void setHistoryCleared(UUID id, int cleared) {
    change("update exchange set history_cleared = ? where id = ?", cleared, id);
  }

  @Override
  public List<LocalDate> pastDays(UUID id, LocalDate from, LocalDate before) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select distinct delivery_day from auction"
                    + " where exchange_id = ? and delivery_day >= ? and delivery_day < ?",
                row -> row.getObject(1, LocalDate.class),
                id,
                from,
                before));
  }

  @Override
  public void plan(ExchangeState exchange, List<PlannedEvent> events) {
    connections.withConnection(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into market_event (id, organization_id, exchange_id, auction_id,
                    delivery_day, kind, due_at, rank)
                  values (?, ?, ?, ?, ?, ?, ?, ?)
                  """)) {
            for (PlannedEvent event : events) {
              insert.setObject(1, event.id());
              insert.setObject(2, exchange.organizationId());
              insert.setObject(3, exchange.id());
              insert.setObject(4, event.auctionId());
              insert.setObject(5, event.deliveryDay());
              insert.setString(6, event.kind().code());
              insert.setObject(7, utc(event.dueAt()));
              insert.setInt(8, event.rank());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  @Override
  public Optional<DueEvent> next(UUID exchangeId) {
    return due(
        "where e.exchange_id = ? and e.state <> 'done' order by e.due_at, e.rank, e.id limit 1",
        exchangeId);
  }

  @Override
  public Optional<DueEvent> nextRunnable(UUID exchangeId, Instant wall) {
    return due(
        """
        where e.exchange_id = ? and e.state <> 'done' and e.due_at <= ?
          and (e.retry_at is null or e.retry_at <= ?)
          and not exists (
            select 1 from market_event before
             where before.exchange_id = e.exchange_id and before.state <> 'done'
               and (before.auction_id = e.auction_id
                 or (e.auction_id is null and before.delivery_day = e.delivery_day))
               and (before.due_at, before.rank) < (e.due_at, e.rank))
        order by e.due_at, e.rank, e.id limit 1
        """,
        exchangeId,
        utc(wall),
        utc(wall));
  }

  @Override
  public Optional<DueEvent> event(UUID exchangeId, UUID eventId) {
    return due("where e.exchange_id = ? and e.id = ?", exchangeId, eventId);
  }

  private Optional<DueEvent> due(String which, Object... values) {
    return connections.withConnection(
        connection ->
            Sql.first(connection, SELECT_EVENT + which, JdbcExchangeStore::dueEvent, values));
  }

  @Override
  public void done(UUID eventId, Instant wall, String node) {
    change(
        "update market_event set state = 'done', done_at = ?, node = ?, failure = null,"
            + " retry_at = null where id = ?",
        utc(wall),
        node,
        eventId);
  }

  @Override
  public void failed(UUID eventId, String failure, Instant retryAt) {
    change(
        "update market_event set state = 'failed', attempts = attempts + 1, failure = ?,"
            + " retry_at = ? where id = ? and state <> 'done'",
        failure,
        utc(retryAt),
        eventId);
  }

  @Override
  public void retryNow(UUID eventId) {
    change("update market_event set retry_at = null where id = ?", eventId);
  }

  @Override
  public List<MarketEvent> events(
      UUID exchangeId,
      @Nullable EventState state,
      @Nullable LocalDate day,
      @Nullable UUID after,
      int limit) {
    boolean backwards = state == EventState.DONE;
    StringBuilder which = new StringBuilder("where e.exchange_id = ?");
    List<Object> values = new ArrayList<>(List.of(exchangeId));
    if (state == EventState.PENDING) {
      which.append(" and e.state <> 'done'");
    } else if (state != null) {
      which.append(" and e.state = ?");
      values.add(state.code());
    }
    if (day != null) {
      which.append(" and e.delivery_day = ?");
      values.add(day);
    }
    if (after != null) {
      which
          .append(" and (e.due_at, e.rank, e.id) ")
          .append(backwards ? "<" : ">")
          .append(" (select due_at, rank, id from market_event where id = ?)");
      values.add(after);
    }
    String direction = backwards ? " desc" : "";
    which.append(" order by e.due_at%1$s, e.rank%1$s, e.id%1$s limit ?".formatted(direction));
    values.add(limit);
    return connections.withConnection(
        connection ->
            Sql.rows(connection, SELECT_EVENT + which, JdbcExchangeStore::event, values.toArray()));
  }

  private void change(String statement, @Nullable Object... values) {
    connections.withConnection(connection -> Sql.change(connection, statement, values));
  }

  private static ExchangeState exchange(ResultSet row) throws SQLException {
    return new ExchangeState(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("name"),
        row.getLong("seed"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("planned_through", LocalDate.class),
        new MarketClock(
            ClockMode.ofCode(row.getString("clock_mode")),
            row.getInt("clock_speed"),
            instant(row, "clock_market_at"),
            instant(row, "clock_wall_at")),
        row.getInt("history_days"),
        row.getInt("history_cleared"),
        row.getObject("history_job_id", UUID.class),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getLong("version"));
  }

  private static DueEvent dueEvent(ResultSet row) throws SQLException {
    OffsetDateTime retryAt = row.getObject("retry_at", OffsetDateTime.class);
    return new DueEvent(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        row.getObject("delivery_day", LocalDate.class),
        EventKind.ofCode(row.getString("kind")),
        instant(row, "due_at"),
        EventState.ofCode(row.getString("state")),
        row.getInt("attempts"),
        retryAt == null ? null : retryAt.toInstant(),
        event(row));
  }

  private static MarketEvent event(ResultSet row) throws SQLException {
    String zone = row.getString("time_zone");
    return new MarketEvent(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        row.getString("market_code"),
        row.getObject("delivery_day", LocalDate.class),
        row.getObject("session", Integer.class),
        EventKind.ofCode(row.getString("kind")),
        instant(row, "due_at")
            .atZone(zone == null ? ExchangeState.ZONE : ZoneId.of(zone))
            .toOffsetDateTime(),
        EventState.ofCode(row.getString("state")),
        row.getObject("done_at", OffsetDateTime.class),
        row.getString("node"),
        row.getString("failure"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
