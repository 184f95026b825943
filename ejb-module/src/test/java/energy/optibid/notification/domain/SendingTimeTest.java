package energy.optibid.notification.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.NotificationSettings;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingTimeTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final QuietHours NIGHT =
      new QuietHours(ROME, LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final QuietHours NEVER = new QuietHours(ROME, null, null);

  @Test
  void quietHoursOverMidnight_endInTheMorning() {
    assertAllowed("2026-07-01T23:30:00+02:00", "2026-07-02T07:00:00+02:00", NIGHT);
    assertAllowed("2026-07-02T03:00:00+02:00", "2026-07-02T07:00:00+02:00", NIGHT);
    assertAllowed("2026-07-01T22:00:00+02:00", "2026-07-02T07:00:00+02:00", NIGHT);
    assertAllowed("2026-07-02T07:00:00+02:00", "2026-07-02T07:00:00+02:00", NIGHT);
    assertAllowed("2026-07-01T21:59:00+02:00", "2026-07-01T21:59:00+02:00", NIGHT);
  }

  @Test
  void quietHoursOfADay_endOnIt() {
    QuietHours lunch = new QuietHours(ROME, LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertAllowed("2026-07-01T12:30:00+02:00", "2026-07-01T13:00:00+02:00", lunch);
    assertAllowed("2026-07-01T11:30:00+02:00", "2026-07-01T11:30:00+02:00", lunch);
  }

  /** On 29 March 2026 clocks in Rome jump from 2 to 3 in the morning. */
  @Test
  void quietHours_followTheClocksOfTheZone() {
    assertAllowed("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00", NIGHT);
    QuietHours untilTheGap = new QuietHours(ROME, LocalTime.of(22, 0), LocalTime.of(2, 30));
    assertAllowed("2026-03-28T23:00:00+01:00", "2026-03-29T03:30:00+02:00", untilTheGap);
  }

  @Test
  void digests_waitForTheirTime_inTheZoneOfThePerson() {
    Instant now = Instant.parse("2026-07-01T10:20:00Z"); // 12:20 in Rome
    assertEquals(now, first(Digest.IMMEDIATELY, null, false, NEVER, now));
    assertEquals(
        Instant.parse("2026-07-01T11:00:00Z"), first(Digest.HOURLY, null, false, NEVER, now));
    assertEquals(
        Instant.parse("2026-07-01T16:00:00Z"),
        first(Digest.DAILY, LocalTime.of(18, 0), false, NEVER, now));
    assertEquals(
        Instant.parse("2026-07-02T06:00:00Z"),
        first(Digest.DAILY, LocalTime.of(8, 0), false, NEVER, now));
    // India's full hours are not those of UTC
    QuietHours india = new QuietHours(ZoneId.of("Asia/Kolkata"), null, null);
    assertEquals(
        Instant.parse("2026-07-01T10:30:00Z"), first(Digest.HOURLY, null, false, india, now));
  }

  @Test
  void whatIsCritical_waitsForNothing() {
    Instant night = Instant.parse("2026-07-01T22:00:00Z");
    assertEquals(night, first(Digest.DAILY, LocalTime.of(8, 0), true, NIGHT, night));
    assertEquals(
        Instant.parse("2026-07-02T05:00:00Z"), first(Digest.HOURLY, null, false, NIGHT, night));
  }

  @Test
  void pausesDouble_andEnd() {
    Instant now = Instant.EPOCH;
    assertEquals(Optional.of(now.plusSeconds(60)), SendingTime.again(1, now));
    assertEquals(Optional.of(now.plusSeconds(240)), SendingTime.again(3, now));
    assertEquals(Optional.of(now.plusSeconds(60 * 256)), SendingTime.again(9, now));
    assertEquals(Optional.empty(), SendingTime.again(10, now));
  }

  @Test
  void settings_nameEveryFault() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> QuietHours.of(new NotificationSettings.Input("Mars/Olympus", "25:00", null)));
    assertEquals(
        List.of("/timeZone", "/quietFrom", "/quietTo"),
        refused.faults().stream().map(Fault::field).toList());
    assertThrows(
        ProblemException.class,
        () -> QuietHours.of(new NotificationSettings.Input("Asia/Kolkata", "07:00", "07:00")));
  }

  private static Instant first(
      Digest digest, @Nullable LocalTime dailyAt, boolean critical, QuietHours quiet, Instant now) {
    return SendingTime.first(digest, dailyAt, critical, quiet, now);
  }

  private static void assertAllowed(String moment, String expected, QuietHours quiet) {
    assertEquals(
        OffsetDateTime.parse(expected).toInstant(),
        quiet.allowed(OffsetDateTime.parse(moment).toInstant()));
  }
}
