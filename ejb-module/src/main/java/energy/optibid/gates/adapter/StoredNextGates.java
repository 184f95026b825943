package energy.optibid.gates.adapter;

import energy.optibid.gates.NextGate;
import energy.optibid.gates.NextGates;
import energy.optibid.market.AuctionScope;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Open gates by the clocks of their exchanges, with the caller's bids counted. */
@ApplicationScoped
@Typed(NextGates.class)
@InTransaction
public class StoredNextGates implements NextGates {
  private static final String GATES =
      """
      with own_market as materialized (
        select distinct o.exchange_id, o.market_code
        from bid b join auction o on o.id = b.auction_id
        where b.organization_id = current_organization() and o.exchange_id is not null
          and b.created_at > ?::timestamptz - interval '30 days'
      ), gate as (
        select a.id, a.market_code, a.delivery_day, a.session, a.exchange_id,
          coalesce(x.name, p.name) as name, a.scope, a.gate_closes_at, a.time_zone, t.speed,
          extract(epoch from a.gate_closes_at - t.market_now) * 1000 / t.speed as left_millis,
          x.id is null or exists (select 1 from own_market o where o.exchange_id = a.exchange_id
            and o.market_code = a.market_code) as own
        from auction a
          join market m on m.code = a.market_code
          join market_operator p on p.code = m.operator_code
          left join exchange x on x.id = a.exchange_id
          cross join lateral (
            select
              case when x.id is null or x.clock_mode = 'wall' then ?::timestamptz
                else x.clock_market_at + (?::timestamptz - x.clock_wall_at) * x.clock_speed
                end as market_now,
              case when x.id is null or x.clock_mode = 'wall' then 1 else x.clock_speed
                end as speed) t
        where a.state = 'open' and a.gate_closes_at > t.market_now
          and case when x.id is null then a.exchange_id is null and a.import_id is null
            else x.ended_at is null and x.clock_mode <> 'paused' end
        order by own desc, left_millis, a.id limit ?
      )
      select g.*, n.at_venue, n.not_at_venue, n.needs_approval
      from gate g
        cross join lateral (
          select count(*) filter (where held.id is not null) as at_venue,
            count(*) filter (where held.id is null) as not_at_venue,
            count(*) filter (where b.state = 'pending_approval') as needs_approval
          from bid b
            left join submission held on held.bid_id = b.id and held.state = 'acknowledged'
              and held.version_number = b.version_number
          where b.auction_id = g.id and b.organization_id = current_organization()
            and b.state <> 'withdrawn'
        ) n
      order by g.own desc, g.left_millis, g.id""";

  private final TenantConnections connections;
  private final Clock clock;

  @Inject
  public StoredNextGates(TenantConnections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Seen next(int limit) {
    Instant now = clock.instant();
    OffsetDateTime wall = now.atOffset(ZoneOffset.UTC);
    List<NextGate> gates =
        connections.withConnection(
            connection ->
                Sql.rows(connection, GATES, StoredNextGates::read, wall, wall, wall, limit));
    return new Seen(now, gates);
  }

  private static NextGate read(ResultSet row) throws SQLException {
    String zone = row.getString("time_zone");
    return new NextGate(
        row.getObject("id", UUID.class),
        row.getString("market_code"),
        row.getObject("delivery_day", LocalDate.class),
        row.getInt("session"),
        row.getObject("exchange_id", UUID.class),
        row.getString("name"),
        AuctionScope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
        row.getObject("gate_closes_at", OffsetDateTime.class)
            .atZoneSameInstant(ZoneId.of(zone))
            .toOffsetDateTime(),
        zone,
        row.getBigDecimal("left_millis").longValue(),
        row.getInt("speed"),
        row.getBoolean("own"),
        row.getInt("at_venue"),
        row.getInt("not_at_venue"),
        row.getInt("needs_approval"));
  }
}
