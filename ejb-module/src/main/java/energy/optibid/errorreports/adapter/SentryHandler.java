package energy.optibid.errorreports.adapter;

import energy.optibid.errorreports.domain.Allowance;
import energy.optibid.errorreports.domain.Scrubbed;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Reports what is logged as {@code SEVERE}: message, kinds and places of exceptions, trace id.
 * Users, requests, host names and earlier log lines are never sent, texts are scrubbed. Sending
 * happens on a thread of the SDK's; a collector that is away costs a report, nothing else.
 */
final class SentryHandler extends Handler {
  private static final int PATIENCE_MILLIS = 3_000;
  private static final int MOST_WAITING = 50;

  private final Allowance allowance;
  private final SimpleFormatter formatter = new SimpleFormatter();

  /**
   * @param dsn where reports go
   * @param environment what this installation is called there
   */
  SentryHandler(String dsn, String environment, Allowance allowance) {
    this.allowance = allowance;
    setLevel(Level.SEVERE);
    Sentry.init(options -> configure(options, dsn, environment), true);
  }

  private static void configure(SentryOptions options, String dsn, String environment) {
    options.setDsn(dsn);
    options.setEnvironment(environment);
    options.setSendDefaultPii(false);
    options.setAttachServerName(false);
    options.setEnableUncaughtExceptionHandler(false);
    options.setEnableAutoSessionTracking(false);
    options.setEnableExternalConfiguration(false);
    options.setEnableShutdownHook(false);
    options.setSendClientReports(false);
    options.setMaxQueueSize(MOST_WAITING);
    options.setConnectionTimeoutMillis(PATIENCE_MILLIS);
    options.setReadTimeoutMillis(PATIENCE_MILLIS);
    options.setBeforeSend((event, hint) -> scrub(event));
  }

  private static SentryEvent scrub(SentryEvent event) {
    event.setUser(null);
    event.setRequest(null);
    event.setBreadcrumbs(null);
    event.setServerName(null);
    List<SentryException> exceptions = Optional.ofNullable(event.getExceptions()).orElse(List.of());
    for (SentryException exception : exceptions) {
      String value = exception.getValue();
      exception.setValue(value == null ? null : Scrubbed.of(value));
    }
    return event;
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record) || !allowance.take()) {
      return;
    }
    String text = Optional.ofNullable(formatter.formatMessage(record)).orElse("");
    SentryEvent event = new SentryEvent();
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      event.setThrowable(thrown);
    }
    event.setLevel(SentryLevel.ERROR);
    event.setLogger(record.getLoggerName());
    Message message = new Message();
    message.setFormatted(Scrubbed.of(text));
    event.setMessage(message);
    Scrubbed.traceId(text).ifPresent(trace -> event.setTag("trace_id", trace));
    Sentry.captureEvent(event);
  }

  @Override
  public void flush() {
    Sentry.flush(PATIENCE_MILLIS);
  }

  @Override
  public void close() {
    Sentry.close();
  }
}
