package energy.optibid.notification.adapter;

import energy.optibid.notification.domain.Alert;
import energy.optibid.notification.domain.StandingRule;
import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Open gates that close within a rule's minutes, by the exchange's own clock, while the rule's
 * organisation has nothing submitted, and of which the rule has not told yet. A clock that stands
 * still closes no gate.
 */
final class ClosingGates {

  /** A rule with its gate. */
  record Closing(StandingRule rule, Alert alert) {}

  private ClosingGates() {}

  static List<Closing> find(Connection connection, OffsetDateTime wall) throws SQLException {
    return Sql.rows(
        connection,
        "select "
            + StandingRules.COLUMNS
            + """
              , a.id as auction_id, a.market_code as gate_market, a.delivery_day, a.session,
                to_char(a.gate_closes_at at time zone a.time_zone, 'YYYY-MM-DD HH24:MI')
                  as closes, a.time_zone as gate_zone,
                ceil(extract(epoch from a.gate_closes_at - t.market_now) / 60)::int as left_minutes
              from\s"""
            + StandingRules.TABLES
            + """

                join auction a on a.market_code = r.market_code and a.state = 'open'
                  and (a.organization_id is null or a.organization_id = r.organization_id)
                left join exchange x on x.id = a.exchange_id
                cross join lateral (select
                  case when x.id is null or x.clock_mode = 'wall' then ?::timestamptz
                  else x.clock_market_at + (?::timestamptz - x.clock_wall_at) * x.clock_speed
                  end as market_now) t
              where r.enabled and r.kind = 'gate_closing' and a.gate_closes_at > t.market_now
                and case when x.id is null then a.exchange_id is null and a.import_id is null
                  else x.ended_at is null and x.clock_mode <> 'paused' end
                and a.gate_closes_at <= t.market_now + r.minutes * interval '1 minute'
                and not exists (select 1 from submission s where s.auction_id = a.id
                  and s.organization_id = r.organization_id and s.state = 'acknowledged')
                and not exists (select 1 from notification n where n.rule_id = r.id
                  and n.event_key = 'gate:' || a.id)
              order by r.id, a.id""",
        ClosingGates::read,
        wall,
        wall);
  }

  private static Closing read(ResultSet row) throws SQLException {
    UUID auction = row.getObject("auction_id", UUID.class);
    int minutes = row.getInt("left_minutes");
    return new Closing(
        StandingRules.read(row),
        new Alert(
            "gate:" + auction,
            "The gate of %s closes in %d %s"
                .formatted(
                    row.getString("gate_market"), minutes, minutes == 1 ? "minute" : "minutes"),
            "Delivery day %s, session %d, closes %s (%s): nothing is submitted."
                .formatted(
                    row.getString("delivery_day"),
                    row.getInt("session"),
                    row.getString("closes"),
                    row.getString("gate_zone")),
            auction,
            null,
            null));
  }
}
