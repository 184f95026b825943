package energy.optibid.notification.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;

/** The mail server. E-mail waits in the database while it is away. */
@ApplicationScoped
public class SmtpService implements ProbedService {
  private static final int PATIENCE_MILLIS = 3_000;
  private static final Duration PROBE_EVERY = Duration.ofSeconds(30);
  private static final Use USE =
      new Use(
          "mail",
          Extent.OFF,
          "SMTP is not switched on; notifications stay in the application",
          Extent.FALLBACK,
          "the mail server cannot be used; e-mail waits");

  private final SmtpMailer mailer;
  private final GuardedService guarded;

  @Inject
  public SmtpService(SmtpMailer mailer, MailGuard guard, Clock clock) {
    this(mailer, (Guard) guard, clock);
  }

  SmtpService(SmtpMailer mailer, Guard guard, Clock clock) {
    this.mailer = mailer;
    this.guarded = new GuardedService("smtp", "e-mail waits", guard, clock);
  }

  @Override
  public boolean enabled() {
    return mailer.isOn();
  }

  @Override
  public GuardedService guarded() {
    return guarded;
  }

  /** Connects, signs in and hangs up. */
  @Override
  public void probe() throws MessagingException {
    mailer.greet(PATIENCE_MILLIS);
  }

  @Override
  public Duration probeEvery() {
    return PROBE_EVERY;
  }

  @Override
  public Use use() {
    return USE;
  }
}
