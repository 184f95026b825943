package energy.optibid.notification.adapter;

import energy.optibid.notification.NotificationPreferences;
import energy.optibid.notification.NotificationSettings;
import energy.optibid.notification.domain.Mailer;
import energy.optibid.notification.domain.QuietHours;
import energy.optibid.shared.Caller;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Settings in PostgreSQL, one row per person and organisation. */
@ApplicationScoped
@Typed(NotificationPreferences.class)
@InTransaction
public class StoredPreferences implements NotificationPreferences {
  private final TenantConnections connections;
  private final Mailer mailer;

  @Inject
  public StoredPreferences(TenantConnections connections, Mailer mailer) {
    this.connections = connections;
    this.mailer = mailer;
  }

  @Override
  public NotificationSettings get() {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select time_zone, quiet_from, quiet_to, version from notification_setting
                    where organization_id = current_organization() and user_id = ?""",
                    row ->
                        new NotificationSettings(
                            row.getString(1),
                            text(row.getObject(2, LocalTime.class)),
                            text(row.getObject(3, LocalTime.class)),
                            mailer.isOn(),
                            row.getLong(4)),
                    Tenancy.require().userId())
                .orElse(
                    new NotificationSettings(
                        QuietHours.USUAL.zone().getId(), null, null, mailer.isOn(), 0)));
  }

  @Override
  public NotificationSettings put(long expectedVersion, NotificationSettings.Input input) {
    QuietHours quiet = QuietHours.of(input);
    Caller caller = Tenancy.require();
    int changed =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into notification_setting as s
                      (organization_id, user_id, time_zone, quiet_from, quiet_to, version)
                    values (?, ?, ?, ?::time, ?::time, 1)
                    on conflict (organization_id, user_id) do update
                    set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
                      quiet_to = excluded.quiet_to, version = s.version + 1
                    where s.version = ?""",
                    caller.organization().value(),
                    caller.userId(),
                    quiet.zone().getId(),
                    quiet.from(),
                    quiet.to(),
                    expectedVersion));
    if (changed == 0) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "Your settings changed since you read them.");
    }
    return get();
  }

  private static @Nullable String text(@Nullable LocalTime time) {
    return time == null ? null : time.toString();
  }
}
