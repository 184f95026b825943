package energy.optibid.errorreports.adapter;

import energy.optibid.errorreports.domain.Allowance;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reports failures for as long as the application is deployed, where {@code optibid.sentry.dsn} is
 * given.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SentryReports {
  /** All of ours; what libraries and the server log is theirs to tell. */
  private static final Logger OURS = Logger.getLogger("energy.optibid");

  @Inject
  @ConfigProperty(name = "optibid.sentry.dsn")
  private Optional<String> dsn;

  @Inject
  @ConfigProperty(name = "optibid.sentry.per-minute", defaultValue = "30")
  private int perMinute;

  @Inject
  @ConfigProperty(name = "optibid.environment", defaultValue = "development")
  private String environment;

  @Inject private Clock clock;

  private @Nullable SentryHandler handler;

  @PostConstruct
  void start() {
    dsn.filter(text -> !text.isBlank())
        .ifPresent(
            address -> {
              SentryHandler started =
                  new SentryHandler(address, environment, new Allowance(perMinute, clock));
              handler = started;
              OURS.addHandler(started);
            });
  }

  @PreDestroy
  void stop() {
    SentryHandler running = handler;
    if (running != null) {
      OURS.removeHandler(running);
      running.close();
    }
  }
}
