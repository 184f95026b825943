package energy.optibid.notification.domain;

import energy.optibid.notification.AlertRule.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a message goes out: by its digest, outside quiet hours, and again after failures. */
public final class SendingTime {
  /** With the pauses below: within eight and a half hours. */
  private static final int MOST_ATTEMPTS = 10;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private SendingTime() {}

  /**
   * When the first attempt is due. What is critical waits neither for a digest nor for the morning.
   *
   * @param dailyAt of a daily digest, in the zone of the quiet hours
   */
  public static Instant first(
      Digest digest, @Nullable LocalTime dailyAt, boolean critical, QuietHours quiet, Instant now) {
    if (critical) {
      return now;
    }
    ZonedDateTime local = now.atZone(quiet.zone());
    Instant due =
        switch (digest) {
          case IMMEDIATELY -> now;
          case HOURLY -> local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
          case DAILY -> {
            LocalTime time = dailyAt == null ? LocalTime.MIDNIGHT : dailyAt;
            boolean today = local.toLocalTime().isBefore(time);
            yield local
                .toLocalDate()
                .plusDays(today ? 0 : 1)
                .atTime(time)
                .atZone(quiet.zone())
                .toInstant();
          }
        };
    return quiet.allowed(due);
  }

  /**
   * When to try again after so many attempts: 1, 2, 4 … minutes later.
   *
   * @return empty when it is to be given up
   */
  public static Optional<Instant> again(int attempts, Instant now) {
    return attempts >= MOST_ATTEMPTS
        ? Optional.empty()
        : Optional.of(now.plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))));
  }
}
