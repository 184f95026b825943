package energy.optibid.analytics.domain;

import energy.optibid.analytics.Interval;
import energy.optibid.analytics.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Which bucket an instant falls into, as arithmetic a database can do: with the shift valid at an
 * instant, the key of its bucket is ⌊(seconds since 1970 + shift) ÷ length⌋. Time zones are
 * resolved here and not by the databases, whose rules may be of different years.
 *
 * @param interval a day is the longest a database is asked for; months are made of days
 * @param length of a bucket in seconds
 * @param shifts at least one, by the instant until which each is valid
 */
public record BucketClock(Interval interval, ZoneId zone, long length, List<Shift> shifts) {
  private static final long DAY = 86_400;

  public BucketClock {
    shifts = List.copyOf(shifts);
  }

  /**
   * @param until in seconds since 1970, exclusive; of the last one it means nothing
   */
  public record Shift(long until, long seconds) {}

  /** For buckets of the span, by the rules of the zone. */
  public static BucketClock of(Interval interval, ZoneId zone, Span span) {
    boolean days = interval == Interval.DAY || interval == Interval.MONTH;
    long length = days ? DAY : interval.about().toSeconds();
    // within an hour only what is no full hour of the zone's offset matters
    LongUnaryOperator shiftOf = offset -> days ? offset : Math.floorMod(offset, length);
    List<Shift> shifts = new ArrayList<>();
    Instant at = span.from();
    while (true) {
      long shift = shiftOf.applyAsLong(zone.getRules().getOffset(at).getTotalSeconds());
      ZoneOffsetTransition next = zone.getRules().nextTransition(at);
      boolean last = next == null || !next.getInstant().isBefore(span.to());
      long until = last ? span.to().getEpochSecond() : next.getInstant().getEpochSecond();
      int previous = shifts.size() - 1;
      if (previous >= 0 && shifts.get(previous).seconds() == shift) {
        shifts.remove(previous);
      }
      shifts.add(new Shift(until, shift));
      if (last) {
        return new BucketClock(interval, zone, length, shifts);
      }
      at = next.getInstant();
    }
  }

  /** Key of the month that has the day of this key. */
  long monthOf(long dayKey) {
    LocalDate day = LocalDate.ofEpochDay(dayKey);
    return day.getYear() * 12L + day.getMonthValue() - 1;
  }

  /** When the bucket of a key starts; of months the key is a month's. */
  OffsetDateTime start(long key) {
    return switch (interval) {
      case MONTH ->
          YearMonth.of(Math.toIntExact(key / 12), Math.toIntExact(key % 12) + 1)
              .atDay(1)
              .atStartOfDay(zone)
              .toOffsetDateTime();
      case DAY -> LocalDate.ofEpochDay(key).atStartOfDay(zone).toOffsetDateTime();
      case HOUR, QUARTER_HOUR -> instant(key).atZone(zone).toOffsetDateTime();
    };
  }

  private Instant instant(long key) {
    for (Shift shift : shifts) {
      long start = key * length - shift.seconds();
      if (start < shift.until()) {
        return Instant.ofEpochSecond(start);
      }
    }
    return Instant.ofEpochSecond(key * length - shifts.get(shifts.size() - 1).seconds());
  }
}
