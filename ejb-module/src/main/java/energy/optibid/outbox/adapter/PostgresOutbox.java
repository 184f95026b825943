package energy.optibid.outbox.adapter;

import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** The outbox as a table; the statement that inserts also wakes the relay at commit. */
@ApplicationScoped
@Typed(Outbox.class)
public class PostgresOutbox implements Outbox {

  private final TenantConnections connections;

  @Inject
  public PostgresOutbox(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void append(DomainEvent event) {
    OrganizationId organization = event.organization();
    connections.withConnection(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  with woken as (select pg_notify('%s', ''))
                  insert into outbox (event_id, organization_id, channel, aggregate_type,
                    aggregate_id, aggregate_version, type, payload, actor)
                  select ?, ?::uuid, ?, ?, ?, ?, ?, ?::jsonb, ?::uuid from woken"""
                      .formatted(EventRelay.OUTBOX_SIGNAL))) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, organization == null ? null : organization.value());
            insert.setString(3, event.channel());
            insert.setString(4, event.aggregateType());
            insert.setObject(5, event.aggregateId());
            insert.setLong(6, event.aggregateVersion());
            insert.setString(7, event.type());
            insert.setString(8, event.payload().toString());
            insert.setObject(
                9,
                Tenancy.current()
                    .map(Caller::userId)
                    .filter(user -> !user.equals(Tenancy.NOBODY))
                    .orElse(null));
            return insert.executeUpdate();
          }
        });
  }
}
