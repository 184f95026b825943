package energy.optibid.notification.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Comparison;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.AlertRuleInput;
import energy.optibid.notification.Delivery;
import energy.optibid.notification.Notification;
import energy.optibid.notification.NotificationSettings;
import energy.optibid.operations.Service;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the event to the inbox and to a real SMTP server. */
class NotificationsIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final String PRICES =
      "{\"auctionId\":\"00000000-0000-0000-0000-000000000009\",\"deliveryDay\":\"2026-07-02\","
          + "\"firstBlock\":1,\"prices\":[%s]}";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T10:20:00Z"));
  private final Caller caller = Tenants.create(SERVER);
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final LocalPlatform platform = new LocalPlatform(SERVER);
  private final List<ConsumedEvent> events = new ArrayList<>();
  private int taken;
  private final StoredAlertRules rules = rules();
  private final StoredInbox inbox =
      new StoredInbox(TRANSACTIONS, new PostgresOutbox(TRANSACTIONS), clock);
  private final StoredDeliveries deliveries = new StoredDeliveries(TRANSACTIONS);

  @SuppressWarnings("NullAway") // made before each test, with the server's port
  private SmtpMailer mailer;

  @BeforeEach
  void start() {
    smtp.start();
    mailer = mailer(smtp.getSmtp().getPort());
    // what other tests left to be sent is not of this one
    SERVER.execute("update notification_delivery set state = 'off' where state = 'waiting'");
  }

  @AfterEach
  void stop() {
    smtp.stop();
    SERVER.execute(
        "update alert_rule set enabled = false;"
            + " update notification_delivery set state = 'failed'"
            + " where state in ('waiting', 'sending')");
  }

  @Test
  void aPriceAboveItsThreshold_isToldInTheApplicationAndByMail_once() throws Exception {
    asCaller(() -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("4000, 6000.5"));
    take();

    Notification told = asCaller(() -> inbox.list(true, null, 10)).items().get(0);
    assertEquals("Price in W2 above 5000", told.title());
    assertEquals(1, asCaller(inbox::unread));
    assertEquals(1, run().sendDue());
    MimeMessage mail = smtp.getReceivedMessages()[0];
    assertEquals("Price in W2 above 5000", mail.getSubject());
    assertEquals(
        caller.email(),
        GreenMailUtil.getAddressList(mail.getAllRecipients()).replaceAll(".*<|>", ""));
    assertTrue(GreenMailUtil.getBody(mail).contains("at most 6000.5"), GreenMailUtil.getBody(mail));
    Delivery byMail = delivery(Channel.EMAIL);
    assertEquals("<" + byMail.id() + "@optibid>", mail.getMessageID());
    assertEquals(Delivery.State.DELIVERED, byMail.state());
    assertEquals(1, byMail.attempts());
    assertEquals(Delivery.State.DELIVERED, delivery(Channel.IN_APP).state());

    // the same event once more, as after a restored database
    consume(events.get(0));
    assertEquals(0, run().sendDue());
    assertEquals(1, asCaller(inbox::unread));
    assertEquals(1, smtp.getReceivedMessages().length);

    asCaller(() -> inbox.read(told.id()));
    assertEquals(0, asCaller(inbox::unread));
    assertEquals(List.of(), asCaller(() -> inbox.list(true, null, 10)).items());
  }

  @Test
  void events_meanNothingToOtherOrganisationsOtherPeopleAndOtherAreas() {
    Caller rival = Tenants.create(SERVER);
    Caller colleague = colleague();
    as(rival, () -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    AlertRule own = asCaller(() -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    log(
        caller.organization(),
        "market.prices.sim-dam.N1",
        "prices.published",
        PRICES.formatted("6000"));
    take();
    assertEquals(0, as(rival, inbox::unread));
    assertEquals(0, as(colleague, inbox::unread));
    assertEquals(1, asCaller(inbox::unread));
    UUID told = asCaller(() -> inbox.list(false, null, 10)).items().get(0).id();
    for (Caller other : List.of(rival, colleague)) {
      assertNotFound(() -> as(other, () -> inbox.read(told)));
      assertNotFound(() -> as(other, () -> rules.require(own.id())));
      assertNotFound(
          () -> as(other, () -> rules.replace(own.id(), 1, price("1", Digest.HOURLY, true))));
      assertEquals(List.of(), as(other, () -> deliveries.list(null, null, 10)).items());
      assertEquals(0, as(other, inbox::readAll));
    }
    assertEquals(1, asCaller(inbox::unread));

    // a shared exchange's price is everybody's
    log(null, "prices.published", PRICES.formatted("7000"));
    take();
    assertEquals(1, as(rival, inbox::unread));
    assertEquals(2, asCaller(inbox::unread));
  }

  @Test
  void aMailServerThatIsAway_isTriedAgain_andNothingIsSentTwice() {
    asCaller(() -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    take();
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    assertEquals(1, run().sendDue());
    Delivery waiting = delivery(Channel.EMAIL);
    assertEquals(Delivery.State.WAITING, waiting.state());
    assertEquals(clock.instant().plusSeconds(60), waiting.dueAt());
    assertTrue(waiting.error() != null && !waiting.error().isEmpty());
    assertEquals(0, run().sendDue());
    assertEquals(Service.Condition.DOWN, new SmtpService(mailer).ask().state());

    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    back.start();
    try {
      assertEquals(Service.Condition.UP, new SmtpService(mailer).ask().state());
      clock.advance(Duration.ofMinutes(1));
      assertEquals(1, run().sendDue());
      assertEquals(0, run().sendDue());
      assertEquals(1, back.getReceivedMessages().length);
    } finally {
      back.stop();
    }
    Delivery delivered = delivery(Channel.EMAIL);
    assertEquals(Delivery.State.DELIVERED, delivered.state());
    assertEquals(2, delivered.attempts());
  }

  @Test
  void aDeliveryWhoseServerDied_isInDoubtAndNotSentAgain() {
    asCaller(() -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    take();
    SERVER.execute(
        "update notification_delivery set state = 'sending', claimed_at = '2026-07-01T10:20:00Z'"
            + " where channel = 'email' and organization_id = '"
            + caller.organization()
            + "'");
    clock.advance(Duration.ofMinutes(9));
    run().sendDue();
    assertEquals(Delivery.State.SENDING, delivery(Channel.EMAIL).state());
    clock.advance(Duration.ofMinutes(2));
    run().sendDue();
    assertEquals(Delivery.State.IN_DOUBT, delivery(Channel.EMAIL).state());
    assertEquals(0, smtp.getReceivedMessages().length);
  }

  @Test
  void aDigest_isOneMessage_andQuietHoursHoldItBack() throws MessagingException {
    StoredPreferences preferences = new StoredPreferences(TRANSACTIONS, mailer);
    asCaller(
        () -> preferences.put(0, new NotificationSettings.Input("Europe/Rome", "12:30", "14:00")));
    asCaller(() -> rules.create(price("5000", Digest.HOURLY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    log(caller.organization(), "prices.published", PRICES.formatted("7000"));
    take();
    // the full hour, 13:00 in Rome, is quiet
    assertEquals(Instant.parse("2026-07-01T12:00:00Z"), delivery(Channel.EMAIL).dueAt());
    clock.advance(Duration.ofMinutes(99));
    assertEquals(0, run().sendDue());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(1, run().sendDue());
    assertEquals("2 notifications", smtp.getReceivedMessages()[0].getSubject());
    assertTrue(GreenMailUtil.getBody(smtp.getReceivedMessages()[0]).contains("at most 7000"));

    asCaller(() -> rules.create(price("8000", Digest.HOURLY, true)));
    log(caller.organization(), "prices.published", PRICES.formatted("9000"));
    take();
    assertEquals(1, run().sendDue(), "what is critical does not wait");
  }

  @Test
  void withoutAMailServer_mailIsOffAndSaidSo() {
    mailer = new SmtpMailer(settings(Map.of()), clock);
    asCaller(() -> rules.create(price("5000", Digest.IMMEDIATELY, false)));
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    take();
    Delivery off = delivery(Channel.EMAIL);
    assertEquals(Delivery.State.OFF, off.state());
    assertEquals("E-mail is not switched on here.", off.error());
    assertEquals(Service.Condition.DISABLED, new SmtpService(mailer).ask().state());
    assertEquals(1, asCaller(inbox::unread));
  }

  @Test
  void aRejectedBid_isItsOrganisationsNews() {
    asCaller(() -> rules.create(rule(AlertKind.BID_REJECTED)));
    UUID bid = Ids.next();
    log(
        caller.organization(),
        "bids",
        "award.published",
        "{\"bidId\":\"" + bid + "\",\"awardedMwh\":0}");
    take();
    assertEquals(bid, asCaller(() -> inbox.list(true, null, 10)).items().get(0).bidId());
  }

  @Test
  void aStaleVersion_isRefused_andWhatARuleToldStays() {
    AlertRule rule = asCaller(() -> rules.create(rule(AlertKind.BID_REJECTED)));
    asCaller(() -> rules.replace(rule.id(), 1, price("5", Digest.HOURLY, true)));
    ProblemException stale =
        assertThrows(
            ProblemException.class,
            () -> asCaller(() -> rules.replace(rule.id(), 1, rule(AlertKind.BID_REJECTED))));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());
    log(caller.organization(), "prices.published", PRICES.formatted("6000"));
    take();
    TRANSACTIONS.runAs(caller, () -> rules.delete(rule.id(), 2));
    assertEquals(1, asCaller(inbox::unread));
  }

  @Test
  void aGateThatCloses_isToldToWhoHasNothingInIt() {
    AlertRule rule = asCaller(() -> rules.create(gate(30)));
    UUID auction = auction(clock.instant().plus(Duration.ofMinutes(45)));
    AlertDesk desk = desk(platform);
    assertEquals(0, desk.watchGates());
    clock.advance(Duration.ofMinutes(20));
    assertEquals(1, desk.watchGates());
    assertEquals(0, desk.watchGates(), "told once");
    Notification told = asCaller(() -> inbox.list(true, null, 10)).items().get(0);
    assertEquals("The gate of sim-dam closes in 25 minutes", told.title());
    assertEquals(auction, told.auctionId());
    assertEquals(rule.id(), told.ruleId());
  }

  /** A sandbox exchange of the caller whose clock runs at wall speed, with one open auction. */
  private UUID auction(Instant closes) {
    UUID exchange = Ids.next();
    UUID auction = Ids.next();
    SERVER.execute(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, created_at, version)
        values ('%1$s', '%2$s', 'test', 1, '2026-07-02', '2026-07-02', 'running', 1, '%3$s', '%3$s',
          now(), 1);
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          version, exchange_id)
        values ('%4$s', '%2$s', 'sim-dam', '2026-07-02', 'sandbox', 'accelerated', 'open',
          '2026-07-01T00:00:00Z', '%5$s', 'Asia/Kolkata', 'INR', 15, 96, 'W2', 1, '%1$s')"""
            .formatted(exchange, caller.organization(), clock.instant(), auction, closes));
    return auction;
  }

  private Caller colleague() {
    UUID user = Ids.next();
    SERVER.execute(
        """
        insert into app_user (id, email, display_name) values ('%1$s', '%1$s@test', 'Colleague');
        insert into membership (id, organization_id, user_id, role)
        values ('%2$s', '%3$s', '%1$s', 'trader')"""
            .formatted(user, Ids.next(), caller.organization()));
    return new Caller(user, user + "@test", caller.organization(), caller.permissions());
  }

  private void log(@Nullable OrganizationId organization, String type, String payload) {
    log(organization, "market.prices.sim-dam.W2", type, payload);
  }

  private void log(
      @Nullable OrganizationId organization, String channel, String type, String payload) {
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

  private void take() {
    events.subList(taken, events.size()).forEach(this::consume);
    taken = events.size();
  }

  /** As the outbox does it: in a transaction of the event's organisation, or of the platform. */
  private void consume(ConsumedEvent event) {
    OrganizationId organization = event.organization();
    if (organization == null) {
      boolean ignored =
          platform.call(
              () -> {
                desk(platform).consume(event);
                return true;
              });
    } else {
      TRANSACTIONS.runAs(
          Tenancy.jobCaller(organization, new UUID(0, 0)), () -> desk(TRANSACTIONS).consume(event));
    }
  }

  private AlertDesk desk(TenantConnections connections) {
    return new AlertDesk(platform, connections, new PostgresOutbox(connections), mailer, clock);
  }

  private DeliveryRun run() {
    return new DeliveryRun(SERVER.systemConnections(), mailer, clock);
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

  private Delivery delivery(Channel channel) {
    return asCaller(() -> deliveries.list(null, null, 20)).items().stream()
        .filter(delivery -> delivery.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  private <T> T asCaller(Supplier<T> work) {
    return as(caller, work);
  }

  private static <T> T as(Caller who, Supplier<T> work) {
    return TRANSACTIONS.callAs(who, work);
  }

  private static void assertNotFound(Runnable work) {
    ProblemException refused = assertThrows(ProblemException.class, work::run);
    assertEquals(ProblemCode.NOT_FOUND, refused.code());
  }

  private static AlertRuleInput price(String threshold, Digest digest, boolean critical) {
    return new AlertRuleInput(
        "High price",
        AlertKind.PRICE,
        "sim-dam",
        "W2",
        Comparison.ABOVE,
        new BigDecimal(threshold),
        null,
        List.of(Channel.IN_APP, Channel.EMAIL),
        digest,
        null,
        critical,
        true);
  }

  private static AlertRuleInput gate(int minutes) {
    return new AlertRuleInput(
        "Gate",
        AlertKind.GATE_CLOSING,
        "sim-dam",
        null,
        null,
        null,
        minutes,
        List.of(Channel.IN_APP),
        null,
        null,
        null,
        null);
  }

  private static AlertRuleInput rule(AlertKind kind) {
    return new AlertRuleInput(
        "Rule",
        kind,
        null,
        null,
        null,
        null,
        null,
        List.of(Channel.IN_APP),
        null,
        null,
        null,
        null);
  }
}
