package energy.optibid.notification.domain;

import energy.optibid.notification.NotificationSettings;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person is left alone, in the person's own time zone.
 *
 * @param from first quiet minute; null for none
 * @param to first minute after the quiet ones, on the next day where it is not after {@code from}
 */
public record QuietHours(ZoneId zone, @Nullable LocalTime from, @Nullable LocalTime to) {

  /** Before anything was set: no quiet hours, in the time of India's markets. */
  public static final QuietHours USUAL = new QuietHours(ZoneId.of("Asia/Kolkata"), null, null);

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static QuietHours of(NotificationSettings.Input input) {
    List<Fault> faults = new ArrayList<>();
    ZoneId zone = zone(input.timeZone(), faults);
    LocalTime from = WallTime.read("/quietFrom", input.quietFrom(), faults);
    LocalTime to = WallTime.read("/quietTo", input.quietTo(), faults);
    if ((input.quietFrom() == null) != (input.quietTo() == null)) {
      String missing = input.quietFrom() == null ? "/quietFrom" : "/quietTo";
      faults.add(new Fault(missing, "required", "Quiet hours have a beginning and an end."));
    } else if (from != null && from.equals(to)) {
      faults.add(new Fault("/quietTo", "range", "Quiet hours must leave some of the day."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "Some values are not acceptable.", faults);
    }
    return new QuietHours(zone, from, to);
  }

  /** The moment itself, or the end of the quiet hours it falls into. */
  public Instant allowed(Instant moment) {
    if (from == null || to == null) {
      return moment;
    }
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overnight = !from.isBefore(to);
    boolean evening = !time.isBefore(from);
    boolean morning = time.isBefore(to);
    boolean quiet = overnight ? evening || morning : evening && morning;
    if (!quiet) {
      return moment;
    }
    boolean tomorrow = overnight && evening;
    return local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant();
  }

  private static ZoneId zone(@Nullable String name, List<Fault> faults) {
    if (name == null) {
      faults.add(new Fault("/timeZone", "required", "Say which time zone you live in."));
      return USUAL.zone();
    }
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    faults.add(new Fault("/timeZone", "unknown", "There is no time zone of this name."));
    return USUAL.zone();
  }
}
