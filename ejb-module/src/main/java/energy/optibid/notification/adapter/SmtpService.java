package energy.optibid.notification.adapter;

import energy.optibid.operations.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mail server; asked at most every half minute. */
@ApplicationScoped
public class SmtpService implements Service {
  private static final Logger LOG = Logger.getLogger(SmtpService.class.getName());
  private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int PATIENCE_MILLIS = 3_000;

  private final SmtpMailer mailer;
  private @Nullable State last;
  private long askedAt;

  @Inject
  public SmtpService(SmtpMailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public synchronized State ask() {
    if (!mailer.isOn()) {
      return new State(Condition.DISABLED, null, "not switched on");
    }
    State known = last;
    long now = System.nanoTime();
    if (known != null && now - askedAt < REMEMBERED_NANOS) {
      return known;
    }
    State fresh = greet(now);
    last = fresh;
    askedAt = now;
    return fresh;
  }

  private State greet(long start) {
    try {
      mailer.greet(PATIENCE_MILLIS);
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      return new State(Condition.UP, took, null);
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "the mail server cannot be used", e);
      return new State(Condition.DOWN, null, "cannot be used; e-mail waits");
    }
  }
}
