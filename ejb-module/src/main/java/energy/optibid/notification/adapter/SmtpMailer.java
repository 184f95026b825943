package energy.optibid.notification.adapter;

import energy.optibid.notification.domain.Mailer;
import energy.optibid.notification.domain.Mailer.NotSentException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** E-mail by SMTP, a connection per message, in plain text. */
@ApplicationScoped
public class SmtpMailer implements Mailer {
  private static final String TIMEOUT_MILLIS = "15000";

  private final MailSettings settings;
  private final Clock clock;

  @Inject
  public SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean isOn() {
    return settings.isOn();
  }

  @Override
  public void send(Message message) throws NotSentException {
    Session session = session(TIMEOUT_MILLIS);
    MimeMessage mime = mime(session, message);
    try (Transport transport = connect(session)) {
      hand(transport, mime);
    } catch (MessagingException e) {
      throw new NotSentException(Kind.LATER, reason(e), e);
    }
  }

  /**
   * Connects, signs in and hangs up, within a few seconds.
   *
   * @throws MessagingException when the server cannot be used
   */
  void greet(int timeoutMillis) throws MessagingException {
    Session session = session(Integer.toString(timeoutMillis));
    try (Transport transport = connect(session)) {
      if (!transport.isConnected()) {
        throw new MessagingException("not connected");
      }
    }
  }

  private Transport connect(Session session) throws MessagingException {
    Transport transport =
        session.getTransport(settings.tls() == MailSettings.Tls.TLS ? "smtps" : "smtp");
    transport.connect(
        settings.host(),
        settings.port(),
        settings.user().orElse(null),
        settings.user().isPresent() ? settings.password() : null);
    return transport;
  }

  private static void hand(Transport transport, MimeMessage mime)
      throws MessagingException, NotSentException {
    try {
      transport.sendMessage(mime, mime.getAllRecipients());
    } catch (SendFailedException e) {
      boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      throw new NotSentException(refused ? Kind.REFUSED : Kind.LATER, reason(e), e);
    } catch (MessagingException e) {
      throw new NotSentException(Kind.IN_DOUBT, reason(e), e);
    }
  }

  private MimeMessage mime(Session session, Message message) throws NotSentException {
    try {
      MimeMessage mime = new IdentifiedMessage(session, message.id() + "@optibid");
      mime.setFrom(new InternetAddress(settings.from(), "OptiBid", StandardCharsets.UTF_8.name()));
      mime.setRecipient(
          RecipientType.TO,
          new InternetAddress(message.recipient(), message.name(), StandardCharsets.UTF_8.name()));
      mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
      mime.setText(message.text(), StandardCharsets.UTF_8.name());
      mime.setHeader("Auto-Submitted", "auto-generated");
      mime.setSentDate(Date.from(clock.instant()));
      mime.saveChanges();
      return mime;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new NotSentException(Kind.REFUSED, reason(e), e);
    }
  }

  private Session session(String timeoutMillis) {
    Properties properties = new Properties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.setProperty(protocol + "connectiontimeout", timeoutMillis);
      properties.setProperty(protocol + "timeout", timeoutMillis);
      properties.setProperty(protocol + "writetimeout", timeoutMillis);
      properties.setProperty(protocol + "auth", Boolean.toString(settings.user().isPresent()));
      properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    }
    boolean startTls = settings.tls() == MailSettings.Tls.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    return Session.getInstance(properties);
  }

  /** One line without the server's address. */
  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }

  /** Keeps the identifier of the delivery, which the library would replace by its own. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String identifier;

    IdentifiedMessage(Session session, String identifier) {
      super(session);
      this.identifier = identifier;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + identifier + ">");
    }
  }
}
