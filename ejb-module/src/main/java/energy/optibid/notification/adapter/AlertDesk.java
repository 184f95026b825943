package energy.optibid.notification.adapter;

import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.Delivery;
import energy.optibid.notification.domain.Alert;
import energy.optibid.notification.domain.Happening;
import energy.optibid.notification.domain.Mailer;
import energy.optibid.notification.domain.SendingTime;
import energy.optibid.notification.domain.StandingRule;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules against events and gates, and writes down what they have to say: the notification,
 * how it is to be delivered, and its event, in the transaction in which the event counts as seen.
 * An organisation's event meets its own rules, one of the whole platform everybody's; of a stop of
 * trading every member is told.
 */
@ApplicationScoped
public class AlertDesk implements EventConsumer {
  private static final Logger LOG = Logger.getLogger(AlertDesk.class.getName());

  private final PlatformTransactions transactions;
  private final TenantConnections connections;
  private final Outbox outbox;
  private final Mailer mailer;
  private final Clock clock;

  @Inject
  public AlertDesk(
      PlatformTransactions transactions,
      TenantConnections connections,
      Outbox outbox,
      Mailer mailer,
      Clock clock) {
    this.transactions = transactions;
    this.connections = connections;
    this.outbox = outbox;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Set<String> events() {
    return Happening.TYPES;
  }

  @Override
  public ConsumerQueue queue() {
    return ConsumerQueue.NOTIFICATIONS;
  }

  @Override
  public void consume(ConsumedEvent event) {
    happening(event)
        .ifPresent(
            happening ->
                connections.withConnection(
                    connection -> {
                      List<StandingRule> rules =
                          happening.kind().isForEverybody()
                              ? StandingRules.ofEverybody(connection, happening)
                              : StandingRules.waitingFor(connection, happening);
                      if (!rules.isEmpty()) {
                        String currency = currency(connection, happening.auctionId());
                        for (StandingRule rule : rules) {
                          alert(happening, rule, currency).ifPresent(alert -> tell(rule, alert));
                        }
                      }
                      return rules.size();
                    }));
  }

  /** Tells of gates that close soon, in a transaction of its own; how many people were told. */
  public int watchGates() {
    return transactions.call(
        () ->
            connections.withConnection(
                connection -> {
                  List<ClosingGates.Closing> closing = ClosingGates.find(connection, now());
                  closing.forEach(gate -> tell(gate.rule(), gate.alert()));
                  return closing.size();
                }));
  }

  /** An event of an unexpected shape means nothing to any rule and must not hold up the others. */
  private static Optional<Happening> happening(ConsumedEvent event) {
    try {
      return Happening.of(event);
    } catch (ClassCastException e) {
      LOG.log(Level.WARNING, "an event cannot be read by alert rules: " + event.type(), e);
      return Optional.empty();
    }
  }

  private static Optional<Alert> alert(
      Happening happening, StandingRule rule, @Nullable String currency) {
    try {
      return happening.alert(rule, currency);
    } catch (ClassCastException e) {
      LOG.log(Level.WARNING, "an event cannot be read by alert rules: " + happening.kind(), e);
      return Optional.empty();
    }
  }

  private static @Nullable String currency(Connection connection, @Nullable UUID auction)
      throws SQLException {
    return auction == null
        ? null
        : Sql.first(
                connection,
                "select currency from auction where id = ?",
                row -> row.getString(1),
                auction)
            .orElse(null);
  }

  private void tell(StandingRule rule, Alert alert) {
    UUID id = Ids.next();
    int added =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into notification (id, organization_id, user_id, rule_id, rule_name,
                      event_key, kind, critical, in_app, at, title, text, auction_id, bid_id,
                      asset_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid)
                    on conflict (rule_id, event_key) do nothing""",
                    id,
                    rule.organization().value(),
                    rule.user(),
                    rule.id(),
                    rule.name(),
                    alert.eventKey(),
                    rule.kind().code(),
                    rule.critical(),
                    rule.inApp(),
                    now(),
                    alert.title(),
                    alert.text(),
                    alert.auctionId(),
                    alert.bidId(),
                    alert.assetId()));
    if (added == 0) {
      return;
    }
    if (rule.inApp()) {
      plan(rule, id, Channel.IN_APP, rule.displayName(), Delivery.State.DELIVERED);
      outbox.append(added(rule, alert, id));
    }
    if (rule.email()) {
      plan(
          rule,
          id,
          Channel.EMAIL,
          rule.emailAddress(),
          mailer.isOn() ? Delivery.State.WAITING : Delivery.State.OFF);
    }
  }

  private void plan(
      StandingRule rule,
      UUID notification,
      Channel channel,
      String recipient,
      Delivery.State state) {
    Instant now = clock.instant();
    Instant due =
        channel == Channel.IN_APP
            ? now
            : SendingTime.first(rule.digest(), rule.dailyAt(), rule.critical(), rule.quiet(), now);
    boolean waits = state == Delivery.State.WAITING;
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into notification_delivery (id, organization_id, user_id, notification_id,
                  channel, recipient, digest, state, due_at, attempts, finished_at, error,
                  created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)""",
                Ids.next(),
                rule.organization().value(),
                rule.user(),
                notification,
                channel.code(),
                recipient,
                channel == Channel.IN_APP ? "immediately" : rule.digest().code(),
                state.code(),
                utc(due),
                channel == Channel.IN_APP ? 1 : 0,
                waits ? null : utc(now),
                state == Delivery.State.OFF ? "E-mail is not switched on here." : null,
                utc(now)));
  }

  private DomainEvent added(StandingRule rule, Alert alert, UUID id) {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("kind", rule.kind().code())
            .add("title", alert.title())
            .add("text", alert.text())
            .add("critical", rule.critical());
    return new DomainEvent(
        NotificationChannel.of(rule.user()),
        rule.organization(),
        "notification",
        id,
        1,
        "notification.added",
        payload.build());
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
