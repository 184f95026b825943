package energy.optibid.notification.adapter;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.domain.Happening;
import energy.optibid.notification.domain.QuietHours;
import energy.optibid.notification.domain.StandingRule;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Enabled rules of people who are members and active now, for the platform's own work. */
final class StandingRules {
  /** To be followed by conditions; {@code r} is the rule. */
  static final String COLUMNS =
      """
      r.id as rule_id, r.organization_id, r.user_id, u.display_name, u.email as address, r.name,
        r.kind, r.comparison, r.threshold, r.minutes, r.in_app, r.email, r.digest, r.daily_at,
        r.critical, s.time_zone as zone_of_user, s.quiet_from, s.quiet_to""";

  static final String TABLES =
      """
      alert_rule r
        join membership m on m.organization_id = r.organization_id and m.user_id = r.user_id
        join app_user u on u.id = r.user_id and u.state = 'active'
        left join notification_setting s
          on s.organization_id = r.organization_id and s.user_id = r.user_id""";

  private StandingRules() {}

  /** The rules that wait for such an event: of the organisation that may see it, or of all. */
  static List<StandingRule> waitingFor(Connection connection, Happening happening)
      throws SQLException {
    OrganizationId organization = happening.event().organization();
    UUID owner = organization == null ? null : organization.value();
    return Sql.rows(
        connection,
        "select "
            + COLUMNS
            + " from "
            + TABLES
            + """
               where r.enabled and r.kind = ? and (?::uuid is null or r.organization_id = ?::uuid)
                and (?::text is null or r.market_code = ?)
                and (?::text is null or r.area_code = ?)
              order by r.id""",
        StandingRules::read,
        happening.kind().code(),
        owner,
        owner,
        happening.marketCode(),
        happening.marketCode(),
        happening.areaCode(),
        happening.areaCode());
  }

  /**
   * What takes the place of a rule where every active member is told: in the application and by
   * mail, critical, under the member's own id.
   */
  static List<StandingRule> ofEverybody(Connection connection, Happening happening)
      throws SQLException {
    OrganizationId organization = happening.event().organization();
    return Sql.rows(
        connection,
        """
        select m.user_id as rule_id, m.organization_id, m.user_id, u.display_name,
          u.email as address, 'Every member' as name, ?::text as kind,
          null::text as comparison, null::numeric as threshold, null::integer as minutes,
          true as in_app, true as email, 'immediately' as digest, null::time as daily_at,
          true as critical, s.time_zone as zone_of_user, s.quiet_from, s.quiet_to
        from membership m
          join app_user u on u.id = m.user_id and u.state = 'active'
          left join notification_setting s
            on s.organization_id = m.organization_id and s.user_id = m.user_id
        where m.organization_id = ?::uuid
        order by m.user_id""",
        StandingRules::read,
        happening.kind().code(),
        organization == null ? null : organization.value());
  }

  static StandingRule read(ResultSet row) throws SQLException {
    String zone = row.getString("zone_of_user");
    BigDecimal threshold = row.getBigDecimal("threshold");
    return new StandingRule(
        row.getObject("rule_id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("user_id", UUID.class),
        row.getString("display_name"),
        row.getString("address"),
        row.getString("name"),
        AlertKind.ofCode(row.getString("kind")),
        "above".equals(row.getString("comparison")),
        threshold == null ? null : threshold.stripTrailingZeros(),
        row.getObject("minutes", Integer.class),
        row.getBoolean("in_app"),
        row.getBoolean("email"),
        Digest.valueOf(row.getString("digest").toUpperCase(Locale.ROOT)),
        row.getObject("daily_at", LocalTime.class),
        row.getBoolean("critical"),
        zone == null
            ? QuietHours.USUAL
            : new QuietHours(
                ZoneId.of(zone),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class)));
  }
}
