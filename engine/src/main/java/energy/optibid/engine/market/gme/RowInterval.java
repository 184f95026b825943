package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.DeliveryDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a row holds: its timestamp, delivery day and period. They say the same thing twice and must
 * agree in the market's time zone, offset included. Rows come in runs of the same period, so the
 * last answer is kept.
 */
final class RowInterval {
  private static final int TIMESTAMP = 0;
  private static final int DAY = 1;
  private static final LocalDate NO_DAY = LocalDate.EPOCH;
  private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern PERIOD_FORM = Pattern.compile("[1-9][0-9]{0,2}");
  private static final DateTimeFormatter TIMESTAMP_FORM =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

  private final RulePack pack;
  private final RowFields row;
  private final int periodField;
  private final Map<Zones, Map<String, Integer>> zones = new EnumMap<>(Zones.class);
  private final Set<LocalDate> days = new HashSet<>();
  private String timestampText = "";
  private String dayText = "";
  private String periodText = "";
  private LocalDate day = NO_DAY;
  private int period;
  private @Nullable AuctionRules rules;
  private @Nullable DeliveryDay deliveryDay;

  /**
   * @param periodField where the period stands in a row; timestamp and day are always first
   */
  RowInterval(RulePack pack, RowFields row, int periodField) {
    this.pack = pack;
    this.row = row;
    this.periodField = periodField;
  }

  /** Whether the day of the row and its rules are known. */
  boolean known() {
    return rules != null;
  }

  /** Rules of the row's day. */
  AuctionRules rules() {
    AuctionRules found = rules;
    if (found == null) {
      throw new IllegalStateException("the day of the row is not known");
    }
    return found;
  }

  /** Place of a zone among those allowed on the row's day, or null. */
  @Nullable Integer numberOf(Zones allowed, String zone) {
    return zones.computeIfAbsent(allowed, kind -> Zones.number(kind.codes(rules()))).get(zone);
  }

  LocalDate day() {
    return day;
  }

  int period() {
    return period;
  }

  void read(String newTimestamp, String newDay, String newPeriod) {
    if (newTimestamp.equals(timestampText)
        && newDay.equals(dayText)
        && newPeriod.equals(periodText)) {
      return;
    }
    timestampText = "";
    if (!newDay.equals(dayText) || rules == null) {
      readDay(newDay);
    }
    int number = readPeriod(newPeriod);
    OffsetDateTime timestamp = readTimestamp(newTimestamp);
    DeliveryDay known = deliveryDay;
    if (known == null || number == 0 || timestamp == null) {
      return;
    }
    if (number > known.blockCount()) {
      row.refuse(
          periodField,
          RefusalCode.PERIOD_RANGE,
          day + " has periods 1 to " + known.blockCount() + ", not " + number);
      return;
    }
    Instant start = known.block(number).start();
    OffsetDateTime expected = start.atZone(known.zone()).toOffsetDateTime();
    if (!timestamp.equals(expected)) {
      row.refuse(
          TIMESTAMP,
          RefusalCode.TIMESTAMP_MISMATCH,
          "period " + number + " of " + day + " starts at " + TIMESTAMP_FORM.format(expected));
      return;
    }
    period = number;
    timestampText = newTimestamp;
    periodText = newPeriod;
  }

  private void readDay(String text) {
    dayText = "";
    rules = null;
    deliveryDay = null;
    zones.clear();
    try {
      if (!DAY_FORM.matcher(text).matches()) {
        throw new DateTimeParseException("not YYYY-MM-DD", text, 0);
      }
      day = LocalDate.parse(text);
      if (days.size() == ReadLimits.MOST_DAYS && !days.contains(day)) {
        row.refuse(
            DAY,
            RefusalCode.TOO_MANY_DAYS,
            "the file has over " + ReadLimits.MOST_DAYS + " delivery days");
        return;
      }
      AuctionRules found = pack.auction(day);
      rules = found;
      deliveryDay = found.day();
      days.add(day);
      dayText = text;
    } catch (DateTimeParseException e) {
      row.refuse(DAY, RefusalCode.DAY_FORM, "the delivery day is no date (YYYY-MM-DD)");
    } catch (RuleMissingException e) {
      row.refuse(DAY, RefusalCode.DAY_WITHOUT_RULES, "the rule pack says nothing about " + text);
    }
  }

  private int readPeriod(String text) {
    if (PERIOD_FORM.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    row.refuse(periodField, RefusalCode.PERIOD_FORM, "the period is no whole number from 1");
    return 0;
  }

  private @Nullable OffsetDateTime readTimestamp(String text) {
    try {
      return OffsetDateTime.parse(text, TIMESTAMP_FORM);
    } catch (DateTimeParseException e) {
      row.refuse(
          TIMESTAMP,
          RefusalCode.TIMESTAMP_FORM,
          "the timestamp is no ISO 8601 time with offset such as 2025-04-01T00:00:00+02:00");
      return null;
    }
  }
}
