package energy.optibid.notification.adapter;

import energy.optibid.notification.Delivery;
import energy.optibid.notification.domain.Mailer;
import energy.optibid.notification.domain.Mailer.NotSentException;
import energy.optibid.notification.domain.SendingTime;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. A delivery is claimed and the claim committed before the mail server hears of
 * it, so that none is sent twice: one whose end nobody recorded is in doubt and stays so.
 */
@ApplicationScoped
public class DeliveryRun {
  private static final int MOST_AT_ONCE = 200;
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private final SystemConnections connections;
  private final Mailer mailer;
  private final Clock clock;

  @Inject
  public DeliveryRun(SystemConnections connections, Mailer mailer, Clock clock) {
    this.connections = connections;
    this.mailer = mailer;
    this.clock = clock;
  }

  /** Sends what is due now; how many messages were tried. */
  public int sendDue() {
    if (!mailer.isOn()) {
      return 0;
    }
    List<Due> claimed = connections.inTransaction(this::claim);
    Map<String, List<Due>> messages = new LinkedHashMap<>();
    for (Due due : claimed) {
      messages.computeIfAbsent(due.message(), any -> new ArrayList<>()).add(due);
    }
    messages.values().forEach(this::send);
    return messages.size();
  }

  private List<Due> claim(Connection connection) throws SQLException {
    Sql.change(
        connection,
        """
        update notification_delivery
        set state = 'in_doubt', finished_at = ?, error = 'The server ended while it was sent.'
        where state = 'sending' and claimed_at < ?""",
        now(),
        now().minus(CLAIM));
    return Sql.rows(
        connection,
        """
        with due as (
          select id from notification_delivery
          where state = 'waiting' and channel = 'email' and due_at <= ?
          order by due_at, id limit ? for update skip locked
        ), claimed as (
          update notification_delivery d set state = 'sending', attempts = attempts + 1,
            claimed_at = ?
          from due where d.id = due.id
          returning d.*
        )
        select c.id, c.user_id, c.organization_id, c.recipient, u.display_name, c.digest,
          c.attempts, n.title, n.text, n.at
        from claimed c join notification n on n.id = c.notification_id
          join app_user u on u.id = c.user_id
        order by n.at, c.id""",
        DeliveryRun::read,
        now(),
        MOST_AT_ONCE,
        now());
  }

  private void send(List<Due> dues) {
    Due first = dues.get(0);
    try {
      mailer.send(
          new Mailer.Message(
              first.id(), first.recipient(), first.name(), subject(dues), text(dues)));
      end(dues, Delivery.State.DELIVERED, null);
    } catch (NotSentException e) {
      String reason = String.valueOf(e.getMessage());
      switch (e.kind()) {
        case REFUSED -> end(dues, Delivery.State.FAILED, reason);
        case IN_DOUBT -> end(dues, Delivery.State.IN_DOUBT, reason);
        case LATER -> postpone(dues, reason);
      }
    }
  }

  private void postpone(List<Due> dues, String reason) {
    for (Due due : dues) {
      Optional<Instant> again = SendingTime.again(due.attempts(), clock.instant());
      if (again.isEmpty()) {
        end(List.of(due), Delivery.State.FAILED, reason);
      } else {
        connections.inTransaction(
            connection ->
                Sql.change(
                    connection,
                    """
                    update notification_delivery
                    set state = 'waiting', due_at = ?, claimed_at = null, error = ?
                    where id = ? and state = 'sending'""",
                    again.get().atOffset(ZoneOffset.UTC),
                    reason,
                    due.id()));
      }
    }
  }

  private void end(List<Due> dues, Delivery.State state, @Nullable String error) {
    connections.inTransaction(
        connection -> {
          for (Due due : dues) {
            Sql.change(
                connection,
                """
                update notification_delivery
                set state = ?, finished_at = ?, claimed_at = null, error = ?
                where id = ? and state = 'sending'""",
                state.code(),
                now(),
                error,
                due.id());
          }
          return dues.size();
        });
  }

  private static String subject(List<Due> dues) {
    return dues.size() == 1 ? dues.get(0).title() : dues.size() + " notifications";
  }

  private static String text(List<Due> dues) {
    StringBuilder text = new StringBuilder();
    for (Due due : dues) {
      text.append(due.title()).append('\n').append(due.text()).append('\n');
      text.append(due.at().toInstant()).append("\n\n");
    }
    return text.append("You get this by a rule of yours in OptiBid (Notifications, Rules).\n")
        .toString();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Due read(ResultSet row) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("recipient"),
        row.getString("display_name"),
        row.getString("digest"),
        row.getInt("attempts"),
        row.getString("title"),
        row.getString("text"),
        row.getObject("at", OffsetDateTime.class));
  }

  private record Due(
      UUID id,
      UUID organization,
      UUID user,
      String recipient,
      String name,
      String digest,
      int attempts,
      String title,
      String text,
      OffsetDateTime at) {

    /** Deliveries of one message have the same; a digest is one message per person. */
    String message() {
      return digest.equals("immediately")
          ? id.toString()
          : organization + " " + user + " " + digest;
    }
  }
}
