package energy.optibid.notification.adapter;

import static energy.optibid.notification.adapter.NotificationBench.SERVER;
import static energy.optibid.notification.adapter.NotificationBench.TRANSACTIONS;
import static energy.optibid.notification.adapter.NotificationBench.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.Delivery;
import energy.optibid.notification.Notification;
import energy.optibid.notification.NotificationSettings;
import energy.optibid.operations.Service;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the event to a real SMTP server: once, later, in one message, or not at all. */
class DeliveryRunIT {
  private final NotificationBench bench = new NotificationBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aPriceAboveItsThreshold_isToldInTheApplicationAndByMail_once() throws Exception {
    bench.create(price("5000", Digest.IMMEDIATELY, false));
    bench.published("4000, 6000.5");
    bench.take();

    Notification told = bench.asCaller(() -> bench.inbox.list(true, null, 10)).items().get(0);
    assertEquals("Price in W2 above 5000", told.title());
    assertEquals(1, bench.asCaller(bench.inbox::unread));
    assertEquals(1, bench.run().sendDue());
    MimeMessage mail = bench.smtp.getReceivedMessages()[0];
    assertEquals("Price in W2 above 5000", mail.getSubject());
    assertEquals(
        bench.caller.email(),
        GreenMailUtil.getAddressList(mail.getAllRecipients()).replaceAll(".*<|>", ""));
    assertTrue(GreenMailUtil.getBody(mail).contains("at most 6000.5"), GreenMailUtil.getBody(mail));
    Delivery byMail = bench.delivery(Channel.EMAIL);
    assertEquals("<" + byMail.id() + "@optibid>", mail.getMessageID());
    assertEquals(Delivery.State.DELIVERED, byMail.state());
    assertEquals(1, byMail.attempts());
    assertEquals(Delivery.State.DELIVERED, bench.delivery(Channel.IN_APP).state());

    // the same event once more, as after a restored database
    bench.repeatFirst();
    assertEquals(0, bench.run().sendDue());
    assertEquals(1, bench.asCaller(bench.inbox::unread));
    assertEquals(1, bench.smtp.getReceivedMessages().length);

    bench.asCaller(() -> bench.inbox.read(told.id()));
    assertEquals(0, bench.asCaller(bench.inbox::unread));
    assertEquals(List.of(), bench.asCaller(() -> bench.inbox.list(true, null, 10)).items());
  }

  @Test
  void aMailServerThatIsAway_isTriedAgain_andNothingIsSentTwice() {
    bench.create(price("5000", Digest.IMMEDIATELY, false));
    bench.published("6000");
    bench.take();
    SmtpService service = bench.mailService();
    assertEquals(Service.Condition.UP, probed(service).state());
    int port = bench.smtp.getSmtp().getPort();
    bench.smtp.stop();
    assertEquals(1, bench.run().sendDue());
    Delivery waiting = bench.delivery(Channel.EMAIL);
    assertEquals(Delivery.State.WAITING, waiting.state());
    assertEquals(bench.clock.instant().plusSeconds(60), waiting.dueAt());
    assertTrue(waiting.error() != null && !waiting.error().isEmpty());
    assertEquals(0, bench.run().sendDue());
    assertEquals(Service.Condition.DOWN, probed(service).state());

    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    back.start();
    try {
      assertEquals(Service.Condition.UP, probed(service).state());
      bench.clock.advance(Duration.ofMinutes(1));
      assertEquals(1, bench.run().sendDue());
      assertEquals(0, bench.run().sendDue());
      assertEquals(1, back.getReceivedMessages().length);
    } finally {
      back.stop();
    }
    Delivery delivered = bench.delivery(Channel.EMAIL);
    assertEquals(Delivery.State.DELIVERED, delivered.state());
    assertEquals(2, delivered.attempts());
  }

  @Test
  void aDeliveryWhoseServerDied_isInDoubtAndNotSentAgain() {
    bench.create(price("5000", Digest.IMMEDIATELY, false));
    bench.published("6000");
    bench.take();
    SERVER.execute(
        "update notification_delivery set state = 'sending', claimed_at = '2026-07-01T10:20:00Z'"
            + " where channel = 'email' and organization_id = '"
            + bench.caller.organization()
            + "'");
    bench.clock.advance(Duration.ofMinutes(9));
    bench.run().sendDue();
    assertEquals(Delivery.State.SENDING, bench.delivery(Channel.EMAIL).state());
    bench.clock.advance(Duration.ofMinutes(2));
    bench.run().sendDue();
    assertEquals(Delivery.State.IN_DOUBT, bench.delivery(Channel.EMAIL).state());
    assertEquals(0, bench.smtp.getReceivedMessages().length);
  }

  @Test
  void aDigest_isOneMessage_andQuietHoursHoldItBack() throws MessagingException {
    StoredPreferences preferences = new StoredPreferences(TRANSACTIONS, bench.mailer);
    bench.asCaller(
        () -> preferences.put(0, new NotificationSettings.Input("Europe/Rome", "12:30", "14:00")));
    bench.create(price("5000", Digest.HOURLY, false));
    bench.published("6000");
    bench.published("7000");
    bench.take();
    // the full hour, 13:00 in Rome, is quiet
    assertEquals(Instant.parse("2026-07-01T12:00:00Z"), bench.delivery(Channel.EMAIL).dueAt());
    bench.clock.advance(Duration.ofMinutes(99));
    assertEquals(0, bench.run().sendDue());
    bench.clock.advance(Duration.ofMinutes(1));
    assertEquals(1, bench.run().sendDue());
    assertEquals("2 notifications", bench.smtp.getReceivedMessages()[0].getSubject());
    assertTrue(GreenMailUtil.getBody(bench.smtp.getReceivedMessages()[0]).contains("at most 7000"));

    bench.create(price("8000", Digest.HOURLY, true));
    bench.published("9000");
    bench.take();
    assertEquals(1, bench.run().sendDue(), "what is critical does not wait");
  }

  @Test
  void withoutAMailServer_mailIsOffAndSaidSo() {
    bench.withoutMail();
    bench.create(price("5000", Digest.IMMEDIATELY, false));
    bench.published("6000");
    bench.take();
    Delivery off = bench.delivery(Channel.EMAIL);
    assertEquals(Delivery.State.OFF, off.state());
    assertEquals("E-mail is not switched on here.", off.error());
    assertEquals(Service.Condition.DISABLED, bench.mailService().ask().state());
    assertEquals(1, bench.asCaller(bench.inbox::unread));
  }

  private static Service.State probed(SmtpService service) {
    service.probeNow();
    return service.ask();
  }
}
