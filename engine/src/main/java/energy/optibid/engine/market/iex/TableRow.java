package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import energy.optibid.engine.units.DeliveryBlock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of the exchange's table. */
final class TableRow {
  private static final List<String> COLUMNS = List.of(IexTableReader.HEADER.split(",", -1));
  private static final Set<String> MARKETS = Set.of("dam", "gdam", "hpdam", "rtm");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern BLOCK =
      Pattern.compile("([0-2][0-9]):([0-5][0-9]) ?- ?([0-2][0-9]):([0-5][0-9])");
  private static final String NO_PRICE = "-";

  /** Cleared and scheduled volumes are rounded apart; the smallest quantity traded is 0.1 MW. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.05");

  private final MarketDays days;
  private final DayBlocks seen;
  private final Refusals refusals;
  private final Figures figures;
  private long line;
  private String[] values = {};

  TableRow(MarketDays days, DayBlocks seen, Refusals refusals) {
    this.days = days;
    this.seen = seen;
    this.refusals = refusals;
    this.figures = new Figures(refusals);
  }

  /** The block of a row, or empty when it was refused. */
  Optional<PublishedBlock> read(long newLine, String[] newValues) {
    line = newLine;
    values = newValues;
    if (values.length != COLUMNS.size()) {
      refusals.add(
          line,
          "",
          RefusalCode.FIELD_COUNT,
          "the line has %d fields, not %d".formatted(values.length, COLUMNS.size()),
          "");
      return Optional.empty();
    }
    long before = refusals.count();
    MarketDay day = day();
    int number = day == null ? 0 : block(day);
    if (day != null && number > 0 && !seen.add(day, number)) {
      refuse(2, RefusalCode.DUPLICATE, "the same market and block stand on an earlier line");
    }
    PublishedVolumes volumes = volumes();
    BigDecimal price = day == null ? null : price(day, volumes);
    if (day == null || refusals.count() > before) {
      return Optional.empty();
    }
    DeliveryBlock block = day.day().block(number);
    return Optional.of(
        new PublishedBlock(
            day.rules().market(),
            PublishedBlock.WHOLE_MARKET,
            day.day().date(),
            block.start(),
            (int) block.duration().toMinutes(),
            price,
            price != null && IexTableReader.atCap(price, day),
            volumes));
  }

  private @Nullable MarketDay day() {
    boolean known = MARKETS.contains(values[0]) && days.knows("iex-" + values[0]);
    if (!known) {
      refuse(0, RefusalCode.UNKNOWN_MARKET, "the market is none of dam, gdam, hpdam, rtm");
    }
    LocalDate date;
    try {
      date = LocalDate.parse(values[1], DATE);
    } catch (DateTimeParseException e) {
      refuse(1, RefusalCode.DAY_FORM, "the date is no day (DD-MM-YYYY)");
      return null;
    }
    if (!known) {
      return null;
    }
    MarketDay day = days.find("iex-" + values[0], date);
    if (day == null) {
      refuse(
          1,
          RefusalCode.DAY_WITHOUT_RULES,
          "the rule pack of iex-%s says nothing about %s".formatted(values[0], date));
    } else if (!seen.has(day) && seen.size() >= ReadLimits.MOST_DAYS * MARKETS.size()) {
      refuse(
          1,
          RefusalCode.TOO_MANY_DAYS,
          "the files have over " + ReadLimits.MOST_DAYS + " delivery days");
      return null;
    }
    return day;
  }

  private int block(MarketDay day) {
    Matcher form = BLOCK.matcher(values[2]);
    if (!form.matches()) {
      refuse(2, RefusalCode.PERIOD_FORM, "the block is not written HH:MM - HH:MM");
      return 0;
    }
    int from = minutes(form.group(1), form.group(2));
    int to = minutes(form.group(3), form.group(4));
    int length = (int) day.rules().marketTimeUnit().toMinutes();
    int number = from / length + 1;
    if (from % length != 0 || to != from + length || number > day.day().blockCount()) {
      refuse(
          2,
          RefusalCode.PERIOD_RANGE,
          "the day has no such block; its blocks last %d minutes".formatted(length));
      return 0;
    }
    return number;
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  private PublishedVolumes volumes() {
    BigDecimal buyBids = megawatts(3);
    BigDecimal sellBids = megawatts(4);
    BigDecimal cleared = megawatts(5);
    BigDecimal scheduled = megawatts(6);
    if (cleared != null) {
      if (buyBids != null && cleared.compareTo(buyBids) > 0) {
        refuse(5, RefusalCode.CLEARED_ABOVE_BIDS, "more was cleared than buyers had asked for");
      }
      if (sellBids != null && cleared.compareTo(sellBids) > 0) {
        refuse(5, RefusalCode.CLEARED_ABOVE_BIDS, "more was cleared than sellers had offered");
      }
      if (scheduled != null && scheduled.compareTo(cleared.add(ROUNDING)) > 0) {
        refuse(6, RefusalCode.CLEARED_ABOVE_BIDS, "more was scheduled than was cleared");
      }
    }
    return new PublishedVolumes(buyBids, sellBids, cleared, cleared, scheduled);
  }

  private @Nullable BigDecimal megawatts(int field) {
    return figures.megawatts(line, COLUMNS.get(field), values[field]);
  }

  /** A block in which nothing was traded has no price: the exchange writes a dash. */
  private @Nullable BigDecimal price(MarketDay day, PublishedVolumes volumes) {
    if (!values[7].equals(NO_PRICE)) {
      return figures.price(line, COLUMNS.get(7), values[7], day.rules());
    }
    BigDecimal cleared = volumes.bought();
    if (cleared != null && cleared.signum() > 0) {
      refuse(7, RefusalCode.MISSING_PRICE, "volume was cleared and there is no price");
    }
    return null;
  }

  private void refuse(int field, RefusalCode code, String reason) {
    refusals.add(line, COLUMNS.get(field), code, reason, values[field]);
  }
}
