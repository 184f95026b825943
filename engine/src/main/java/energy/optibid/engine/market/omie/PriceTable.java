package energy.optibid.engine.market.omie;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The figures of one price file, put to their periods. */
final class PriceTable {
  private final MarketDays days;
  private final String market;
  private final LocalDate date;
  private final boolean partial;
  private final Refusals refusals;
  private final Figures figures;
  private final List<Period> columns = new ArrayList<>();
  private final List<Figure> labels = new ArrayList<>();
  private final Set<Figure> told = new HashSet<>();
  private final Set<Integer> periodsSeen = new HashSet<>();
  private final Map<String, Map<DeliveryBlock, Cell>> cells = new TreeMap<>();

  /** A period of the day, or of the one before. */
  private record Period(MarketDay day, int number) {
    DeliveryBlock block() {
      return day.day().block(number);
    }
  }

  /** What is known of one area and period. */
  private record Cell(MarketDay day, Map<Figure.Kind, BigDecimal> figures) {}

  /**
   * @param partial whether the file may leave out periods, as an intraday session does
   */
  PriceTable(MarketDays days, String market, LocalDate date, boolean partial, Refusals refusals) {
    this.days = days;
    this.market = market;
    this.date = date;
    this.partial = partial;
    this.refusals = refusals;
    this.figures = new Figures(refusals);
  }

  /** Takes the header of a table with a column for each period; false when refused. */
  boolean periods(long line, String[] names) {
    MarketDay today = day(line, date);
    if (today == null || names.length < 2 || !names[0].isBlank()) {
      return today != null && refuseHeader(line, "the line does not number the periods");
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i < names.length; i++) {
      if (!names[i].matches("[1-9][0-9]{0,2}")) {
        return refuseHeader(line, "'" + Refusals.shown(names[i]) + "' is no number of a period");
      }
      numbers.add(Integer.parseInt(names[i]));
    }
    int firstOfToday = numbers.indexOf(1);
    int before = partial ? Math.max(firstOfToday, 0) : 0;
    if (before > 0) {
      MarketDay yesterday = day(line, date.minusDays(1));
      if (yesterday == null || !add(line, yesterday, numbers.subList(0, before))) {
        return false;
      }
    }
    List<Integer> ofToday = numbers.subList(before, numbers.size());
    if (!partial && ofToday.get(0) != 1) {
      return refuseHeader(line, "the first period is not 1");
    }
    return add(line, today, ofToday);
  }

  /** Adds consecutive periods up to the last of their day. */
  private boolean add(long line, MarketDay day, List<Integer> numbers) {
    int last = day.day().blockCount();
    for (int i = 0; i < numbers.size(); i++) {
      int expected = last - numbers.size() + 1 + i;
      if (numbers.get(i) != expected) {
        refusals.add(
            line,
            "",
            RefusalCode.PERIOD_RANGE,
            "%s has periods 1 to %d of %d minutes; the columns do not end with the last of them"
                .formatted(day.day().date(), last, day.day().blockDuration().toMinutes()),
            numbers.toString());
        return false;
      }
      columns.add(new Period(day, expected));
    }
    return true;
  }

  /** Takes one line of such a table: a label and its figure of each period. */
  void figure(long line, String[] values) {
    Figure figure = label(line, values[0]);
    if (figure == null || figure.kind() == null) {
      return;
    }
    if (values.length != columns.size() + 1) {
      refusals.add(
          line,
          values[0],
          RefusalCode.FIELD_COUNT,
          "the line has %d figures for %d periods".formatted(values.length - 1, columns.size()),
          "");
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      take(line, columns.get(i), figure, values[0], values[i + 1]);
    }
  }

  /** Takes the header of a table with a line for each period; false when refused. */
  boolean figures(long line, String[] names) {
    if (names.length < 3 || !names[0].equals("Fecha") || !names[1].equals("Periodo")) {
      return refuseHeader(line, "the line does not begin with Fecha;Periodo");
    }
    for (int i = 2; i < names.length; i++) {
      Figure figure = label(line, names[i]);
      if (figure == null) {
        return false;
      }
      labels.add(figure);
    }
    return true;
  }

  /** Takes one line of such a table: the day, the period and its figures. */
  void period(long line, String[] values) {
    if (values.length != labels.size() + 2) {
      refusals.add(
          line,
          "",
          RefusalCode.FIELD_COUNT,
          "the line has %d fields, not %d".formatted(values.length, labels.size() + 2),
          "");
      return;
    }
    if (!values[0].equals(OmieTitle.DAY.format(date))) {
      refusals.add(line, "Fecha", RefusalCode.DAY_FORM, "not the day of the title", values[0]);
      return;
    }
    MarketDay day = day(line, date);
    int last = day == null ? 0 : day.day().blockCount();
    int number = values[1].matches("[1-9][0-9]{0,2}") ? Integer.parseInt(values[1]) : 0;
    if (day == null || number < 1 || number > last) {
      refusals.add(
          line,
          "Periodo",
          RefusalCode.PERIOD_RANGE,
          "%s has periods 1 to %d".formatted(date, last),
          values[1]);
      return;
    }
    if (!periodsSeen.add(number)) {
      refusals.add(
          line, "Periodo", RefusalCode.DUPLICATE, "the period is further up already", values[1]);
      return;
    }
    for (int i = 0; i < labels.size(); i++) {
      Figure figure = labels.get(i);
      if (figure.kind() != null) {
        take(line, new Period(day, number), figure, figure.area(), values[i + 2]);
      }
    }
  }

  private @Nullable Figure label(long line, String label) {
    Figure figure = Figure.of(label);
    if (figure == null) {
      refusals.add(
          line,
          "",
          RefusalCode.UNKNOWN_HEADER,
          "the label is neither a marginal price (cent/kWh or EUR/MWh) nor an energy",
          label);
    } else if (figure.kind() != null && !told.add(figure)) {
      refusals.add(line, "", RefusalCode.DUPLICATE, "the same figure is further up", label);
      return null;
    }
    return figure;
  }

  private void take(long line, Period period, Figure figure, String field, String text) {
    if (text.isBlank()) {
      if (!partial) {
        refusals.add(
            line,
            field,
            RefusalCode.MISSING_PRICE,
            "there is no figure for period " + period.number(),
            "");
      }
      return;
    }
    Optional<BigDecimal> number = IberianNumbers.parse(text);
    if (number.isEmpty()) {
      refusals.add(
          line,
          field,
          RefusalCode.NUMBER_FORM,
          "the figure of period " + period.number() + " is no number",
          text.strip());
      return;
    }
    BigDecimal value = number.get().movePointRight(figure.shift());
    String shown = text.strip();
    Figure.Kind kind = figure.kind();
    BigDecimal sound =
        kind == Figure.Kind.PRICE
            ? figures.price(line, field, value, shown, period.day().rules())
            : figures.megawatts(line, field, value, shown);
    if (sound != null && kind != null) {
      cells
          .computeIfAbsent(figure.area(), area -> new TreeMap<>())
          .computeIfAbsent(
              period.block(), block -> new Cell(period.day(), new EnumMap<>(Figure.Kind.class)))
          .figures()
          .put(kind, sound);
    }
  }

  private @Nullable MarketDay day(long line, LocalDate wanted) {
    MarketDay day = days.find(market, wanted);
    if (day == null) {
      refusals.add(
          line,
          "",
          RefusalCode.DAY_WITHOUT_RULES,
          "the rule pack of " + market + " says nothing about " + wanted,
          "");
    }
    return day;
  }

  private boolean refuseHeader(long line, String reason) {
    refusals.add(line, "", RefusalCode.UNKNOWN_HEADER, reason, "");
    return false;
  }

  /** Refuses what a whole file must have and this one has not. */
  void finish(long line) {
    if (told.stream().noneMatch(figure -> figure.kind() == Figure.Kind.PRICE)) {
      refusals.add(
          line, "", RefusalCode.MISSING_PRICE, "the file has no line of marginal prices", "");
    }
    MarketDay day = days.find(market, date);
    if (!labels.isEmpty() && day != null && periodsSeen.size() < day.day().blockCount()) {
      refusals.add(
          line,
          "Periodo",
          RefusalCode.MISSING_BLOCK,
          "%s has %d periods; the file has %d of them"
              .formatted(date, day.day().blockCount(), periodsSeen.size()),
          "");
    }
  }

  /** Hands on every period that has a price, area by area. */
  void publish(Consumer<PublishedBlock> sink) {
    cells.forEach(
        (area, periods) ->
            periods.forEach(
                (block, cell) -> {
                  BigDecimal price = cell.figures().get(Figure.Kind.PRICE);
                  if (price != null) {
                    sink.accept(published(area, block, cell, price));
                  }
                }));
  }

  private PublishedBlock published(String area, DeliveryBlock block, Cell cell, BigDecimal price) {
    BigDecimal bought = cell.figures().get(Figure.Kind.BOUGHT);
    BigDecimal sold = cell.figures().get(Figure.Kind.SOLD);
    return new PublishedBlock(
        market,
        area,
        cell.day().day().date(),
        block.start(),
        (int) block.duration().toMinutes(),
        price,
        price.compareTo(cell.day().rules().priceCap().toBigDecimal()) == 0,
        bought == null && sold == null
            ? null
            : new PublishedVolumes(null, null, bought, sold, null));
  }
}
