package energy.optibid.notification.adapter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.notification.AlertRule;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.AlertRuleInput;
import energy.optibid.notification.Delivery;
import energy.optibid.notification.RuleInputs;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rules, inbox and deliveries of one caller on a real PostgreSQL, with a real SMTP server. */
final class NotificationBench implements AutoCloseable {
  static final PostgresServer SERVER = PostgresServer.shared();
  static final LocalTransactions TRANSACTIONS = SERVER.transactions();

  /** The payload of published prices, for prices of blocks from the first on. */
  static final String PRICES =
      "{\"auctionId\":\"00000000-0000-0000-0000-000000000009\",\"deliveryDay\":\"2026-07-02\","
          + "\"firstBlock\":1,\"prices\":[%s]}";

  final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T10:20:00Z"));
  final Caller caller = Tenants.create(SERVER);
  final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  final StoredAlertRules rules = rules();
  final StoredInbox inbox = new StoredInbox(TRANSACTIONS, new PostgresOutbox(TRANSACTIONS), clock);
  final StoredDeliveries deliveries = new StoredDeliveries(TRANSACTIONS);
  SmtpMailer mailer;

  private final LocalPlatform platform = new LocalPlatform(SERVER);
  private final List<ConsumedEvent> events = new ArrayList<>();
  private int taken;

  NotificationBench() {
    smtp.start();
    mailer = mailer(smtp.getSmtp().getPort());
    // what other tests left to be sent is not of this one
    SERVER.execute("update notification_delivery set state = 'off' where state = 'waiting'");
  }

  @Override
  public void close() {
    smtp.stop();
    SERVER.execute(
        "update alert_rule set enabled = false;"
            + " update notification_delivery set state = 'failed'"
            + " where state in ('waiting', 'sending')");
  }

  /** Prices above the threshold, told in the application and by mail. */
  static AlertRuleInput price(String threshold, Digest digest, boolean critical) {
    return RuleInputs.highPrice(threshold, Channel.IN_APP, Channel.EMAIL)
        .digest(digest)
        .critical(critical)
        .enabled(true)
        .input();
  }

  /** Prices of sim-dam in W2 appear on the caller's exchange, from the first block on. */
  void published(String prices) {
    published(caller.organization(), prices);
  }

  /** The same on the exchange of an organisation, or null for a shared one. */
  void published(@Nullable OrganizationId organization, String prices) {
    log(organization, "market.prices.sim-dam.W2", "prices.published", PRICES.formatted(prices));
  }

  /** Something happens; it is consumed by {@link #take}. */
  void log(@Nullable OrganizationId organization, String channel, String type, String payload) {
    events.add(
        new ConsumedEvent(
            Ids.next(),
            organization,
            channel,
            type,
            "test",
            Ids.next(),
            1,
            clock.instant(),
            null,
            JsonText.object(payload)));
  }

  /** What happened since the last time is consumed. */
  void take() {
    events.subList(taken, events.size()).forEach(this::consume);
    taken = events.size();
  }

  /** The first event is consumed once more, as after a restored database. */
  void repeatFirst() {
    consume(events.get(0));
  }

  /** As the outbox does it: in a transaction of the event's organisation, or of the platform. */
  private void consume(ConsumedEvent event) {
    OrganizationId organization = event.organization();
    if (organization == null) {
      boolean ignored =
          platform.call(
              () -> {
                desk().consume(event);
                return true;
              });
    } else {
      TRANSACTIONS.runAs(
          Tenancy.jobCaller(organization, new UUID(0, 0)), () -> desk(TRANSACTIONS).consume(event));
    }
  }

  /** The desk of the whole platform. */
  AlertDesk desk() {
    return desk(platform);
  }

  private AlertDesk desk(TenantConnections connections) {
    return new AlertDesk(platform, connections, new PostgresOutbox(connections), mailer, clock);
  }

  DeliveryRun run() {
    return new DeliveryRun(SERVER.systemConnections(), mailer, clock);
  }

  SmtpService mailService() {
    return new SmtpService(mailer, Callable::call, clock);
  }

  /** From now on no mail server is set. */
  void withoutMail() {
    mailer = new SmtpMailer(settings(Map.of()), clock);
  }

  private SmtpMailer mailer(int port) {
    return new SmtpMailer(
        settings(
            Map.of(
                "optibid.smtp.host", "127.0.0.1",
                "optibid.smtp.port", Integer.toString(port),
                "optibid.smtp.tls", "none",
                "optibid.smtp.from", "desk@optibid.test")),
        clock);
  }

  private static MailSettings settings(Map<String, String> values) {
    return new MailSettings(name -> Optional.ofNullable(values.get(name)));
  }

  private StoredAlertRules rules() {
    StoredMarkets markets = new StoredMarkets(TRANSACTIONS, TRANSACTIONS);
    return new StoredAlertRules(
        TRANSACTIONS, new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS), markets, markets, clock);
  }

  /** A rule of the caller. */
  AlertRule create(AlertRuleInput wanted) {
    return asCaller(() -> rules.create(wanted));
  }

  /** The caller's newest delivery by the channel. */
  Delivery delivery(Channel channel) {
    return asCaller(() -> deliveries.list(null, null, 20)).items().stream()
        .filter(delivery -> delivery.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  <T> T asCaller(Supplier<T> work) {
    return as(caller, work);
  }

  static <T> T as(Caller who, Supplier<T> work) {
    return TRANSACTIONS.callAs(who, work);
  }
}
