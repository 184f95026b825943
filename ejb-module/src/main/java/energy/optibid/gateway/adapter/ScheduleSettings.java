package energy.optibid.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When schedules of the next delivery day are written: {@code optibid.gateway.schedule-time} (a
 * time of day, 17:30 unless given) in {@code optibid.gateway.schedule-zone} (IANA, Asia/Kolkata
 * unless given).
 */
@ApplicationScoped
public class ScheduleSettings {
  private final LocalTime time;
  private final ZoneId zone;

  @Inject
  public ScheduleSettings(
      @ConfigProperty(name = "optibid.gateway.schedule-time", defaultValue = "17:30") String time,
      @ConfigProperty(name = "optibid.gateway.schedule-zone", defaultValue = "Asia/Kolkata")
          String zone) {
    this.time = LocalTime.parse(time);
    this.zone = ZoneId.of(zone);
  }

  /**
   * The delivery days whose schedules are to be there: today's and, when it is time, tomorrow's.
   */
  List<LocalDate> due(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate today = local.toLocalDate();
    return local.toLocalTime().isBefore(time) ? List.of(today) : List.of(today, today.plusDays(1));
  }
}
