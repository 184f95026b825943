package energy.optibid.outbox.adapter;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Deliveries.Figures;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.domain.DeliveryLedger;
import energy.optibid.outbox.domain.RetryPolicy;
import energy.optibid.shared.Ids;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries as rows; the relay writes them, see {@link EventRelay}. */
@ApplicationScoped
@Typed(DeliveryLedger.class)
public class PostgresDeliveryLedger implements DeliveryLedger {

  /** A delivery waits for those of its aggregate that come before it. */
  private static final String EARLIER =
      """
      exists (select 1 from delivery e
        where e.consumer = d.consumer and e.aggregate_type = d.aggregate_type
          and e.aggregate_id = d.aggregate_id
          and (e.aggregate_version, e.position) < (d.aggregate_version, d.position))""";

  private final SystemConnections system;
  private final TenantConnections connections;

  @Inject
  public PostgresDeliveryLedger(SystemConnections system, TenantConnections connections) {
    this.system = system;
    this.connections = connections;
  }

  @Override
  public void register(Collection<EventConsumer> consumers) {
    for (EventConsumer consumer : consumers) {
      String[] patterns = patterns(consumer.events());
      system.inTransaction(connection -> register(connection, consumer, patterns));
    }
  }

  private static int register(Connection connection, EventConsumer consumer, String[] patterns)
      throws SQLException {
    Optional<String[]> known =
        Sql.first(
            connection,
            "select types from event_consumer where name = ?",
            row -> (String[]) row.getArray(1).getArray(),
            consumer.name());
    if (known.isPresent() && Arrays.equals(known.get(), patterns)) {
      return 0;
    }
    // No relay logs an event while the consumer comes in: it is either history or kept for it.
    Sql.change(connection, "lock table event_log in share row exclusive mode");
    Array types = connection.createArrayOf("text", patterns);
    Sql.change(
        connection,
        """
        insert into event_consumer (name, types) values (?, ?)
        on conflict (name) do update set types = excluded.types""",
        consumer.name(),
        types);
    if (known.isPresent() || !consumer.wantsHistory()) {
      return 0;
    }
    return Sql.change(
        connection,
        """
        insert into delivery (consumer, position, organization_id, aggregate_type, aggregate_id,
          aggregate_version)
        select ?, position, organization_id, aggregate_type, aggregate_id, aggregate_version
        from event_log where type like any (?) on conflict do nothing""",
        consumer.name(),
        types);
  }

  /** {@code bid.*} as LIKE has it. */
  private static String[] patterns(Set<String> types) {
    return types.stream()
        .map(type -> type.replace("_", "\\_").replace("%", "\\%").replace('*', '%'))
        .sorted()
        .toArray(String[]::new);
  }

  @Override
  public List<Delivery> claim(Map<String, ConsumerQueue> queues, int atMost, Duration againAfter) {
    return system.inTransaction(
        connection ->
            Sql.rows(
                connection,
                """
                with due as (
                  select d.consumer, d.position from delivery d
                  where d.due_at <= now() and d.consumer = any (?) and not %s
                  order by d.position limit ? for update skip locked
                )
                update delivery d set sends = sends + 1,
                  due_at = now() + ? * interval '1 millisecond'
                from due where d.consumer = due.consumer and d.position = due.position
                returning d.consumer, d.position, d.organization_id"""
                    .formatted(EARLIER),
                row ->
                    new Delivery(
                        row.getString(1),
                        queueOf(queues, row.getString(1)),
                        row.getLong(2),
                        organization(row)),
                connection.createArrayOf("text", queues.keySet().toArray()),
                atMost,
                againAfter.toMillis()));
  }

  private static ConsumerQueue queueOf(Map<String, ConsumerQueue> queues, String consumer) {
    ConsumerQueue queue = queues.get(consumer);
    if (queue == null) {
      throw new IllegalStateException("claimed for a consumer that is not here: " + consumer);
    }
    return queue;
  }

  @Override
  public void postpone(List<Delivery> unsent, Duration pause) {
    system.inTransaction(
        connection -> {
          int changed = 0;
          for (Delivery delivery : unsent) {
            changed +=
                Sql.change(
                    connection,
                    """
                    update delivery set sends = sends - 1,
                      due_at = now() + ? * interval '1 millisecond'
                    where consumer = ? and position = ?""",
                    pause.toMillis(),
                    delivery.consumer(),
                    delivery.position());
          }
          return changed;
        });
  }

  @Override
  public Optional<ConsumedEvent> hold(Delivery delivery) {
    return connections.withConnection(
        connection -> {
          boolean held =
              Sql.first(
                      connection,
                      """
                      select 1 from delivery where consumer = ? and position = ?
                      for update skip locked""",
                      row -> true,
                      delivery.consumer(),
                      delivery.position())
                  .isPresent();
          return held
              ? Sql.first(
                  connection,
                  """
                  select event_id, organization_id, channel, type, aggregate_type, aggregate_id,
                    aggregate_version, created_at, actor, payload
                  from event_log where position = ?""",
                  PostgresDeliveryLedger::event,
                  delivery.position())
              : Optional.empty();
        });
  }

  @Override
  public void settle(Delivery delivery, ConsumedEvent event) {
    connections.withConnection(
        connection -> {
          Sql.change(
              connection,
              "insert into consumption (consumer, event_id, organization_id) values (?, ?, ?::uuid)"
                  + " on conflict do nothing",
              delivery.consumer(),
              event.eventId(),
              value(event.organization()));
          wakeForTheNext(connection, delivery);
          return Sql.change(
              connection,
              "delete from delivery where consumer = ? and position = ?",
              delivery.consumer(),
              delivery.position());
        });
  }

  @Override
  public boolean fail(Delivery delivery, String error, RetryPolicy policy) {
    return system.inTransaction(
        connection -> {
          Optional<Integer> failures =
              Sql.first(
                  connection,
                  """
                  update delivery set attempts = attempts + 1, error = ?,
                    failed_since = coalesce(failed_since, now())
                  where consumer = ? and position = ? returning attempts""",
                  row -> row.getInt(1),
                  error,
                  delivery.consumer(),
                  delivery.position());
          if (failures.isEmpty()) {
            return false;
          }
          if (policy.givesUpAfter(failures.get())) {
            bury(connection, delivery);
            return true;
          }
          Sql.change(
              connection,
              """
              update delivery set due_at = now() + ? * interval '1 millisecond'
              where consumer = ? and position = ?""",
              policy.pauseAfter(failures.get()).toMillis(),
              delivery.consumer(),
              delivery.position());
          return false;
        });
  }

  private static void bury(Connection connection, Delivery delivery) throws SQLException {
    wakeForTheNext(connection, delivery);
    Sql.change(
        connection,
        """
        with gone as (
          delete from delivery where consumer = ? and position = ?
          returning consumer, position, attempts, error, failed_since
        )
        insert into dead_letter (id, consumer, position, attempts, error, failed_since)
        select ?, consumer, position, attempts, error, failed_since from gone
        on conflict do nothing""",
        delivery.consumer(),
        delivery.position(),
        Ids.next());
  }

  /** The dispatcher looks by itself from time to time; what waits for this delivery need not. */
  private static void wakeForTheNext(Connection connection, Delivery delivery) throws SQLException {
    Sql.first(
        connection,
        """
        select pg_notify('%s', '') from delivery d
        where d.consumer = ? and d.position <> ? and exists (select 1 from delivery own
          where own.consumer = d.consumer and own.position = ?
            and own.aggregate_type = d.aggregate_type and own.aggregate_id = d.aggregate_id)
        limit 1"""
            .formatted(EventRelay.DELIVERY_SIGNAL),
        row -> true,
        delivery.consumer(),
        delivery.position(),
        delivery.position());
  }

  @Override
  public Figures figures() {
    return system.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    """
                    select count(*), count(*) filter (where attempts > 0),
                      coalesce(extract(epoch from now() - min(since)) * 1000, 0)::bigint,
                      (select count(*) from dead_letter)
                    from delivery""",
                    row ->
                        new Figures(
                            row.getLong(1),
                            Duration.ofMillis(Math.max(0, row.getLong(3))),
                            row.getLong(2),
                            row.getLong(4),
                            false))
                .orElseThrow());
  }

  private static ConsumedEvent event(ResultSet row) throws SQLException {
    return new ConsumedEvent(
        row.getObject("event_id", UUID.class),
        organization(row),
        row.getString("channel"),
        row.getString("type"),
        row.getString("aggregate_type"),
        row.getObject("aggregate_id", UUID.class),
        row.getLong("aggregate_version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("actor", UUID.class),
        JsonText.object(row.getString("payload")));
  }

  static @Nullable OrganizationId organization(ResultSet row) throws SQLException {
    UUID value = row.getObject("organization_id", UUID.class);
    return value == null ? null : new OrganizationId(value);
  }

  private static @Nullable UUID value(@Nullable OrganizationId organization) {
    return organization == null ? null : organization.value();
  }
}
