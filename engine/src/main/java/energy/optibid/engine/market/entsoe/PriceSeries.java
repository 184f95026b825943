package energy.optibid.engine.market.entsoe;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The time series of a price document, period by period. */
final class PriceSeries {
  private static final String FIXED = "A01";
  private static final String REPEATS_OMITTED = "A03";
  private static final String FIRST_AUCTION = "1";
  private static final Set<String> RESOLUTIONS = Set.of("PT15M", "PT30M", "PT60M", "PT1H");

  /** Every zone's delivery day is one of Central European time. */
  private static final ZoneId CENTRAL = ZoneId.of("Europe/Brussels");

  private final MarketDays days;
  private final SeenStarts seen;
  private final Refusals refusals;
  private final Figures figures;
  private final Consumer<PublishedBlock> sink;
  private long points;
  private String zone = "";
  private String curveType = FIXED;
  private boolean taken = true;

  PriceSeries(MarketDays days, SeenStarts seen, Refusals refusals, Consumer<PublishedBlock> sink) {
    this.days = days;
    this.seen = seen;
    this.refusals = refusals;
    this.figures = new Figures(refusals);
    this.sink = sink;
  }

  /** Points read, refused ones included. */
  long points() {
    return points;
  }

  /** Reads the time series the cursor has entered. */
  void read(XmlCursor xml) throws XMLStreamException {
    zone = "";
    curveType = FIXED;
    taken = true;
    String in = "";
    while (xml.enter()) {
      long line = xml.line();
      String name = xml.name();
      switch (name) {
        case "in_Domain.mRID" -> in = xml.text();
        case "out_Domain.mRID" -> domain(line, in, xml.text());
        case "currency_Unit.name" -> require(line, name, "EUR", xml.text());
        case "price_Measure_Unit.name" -> require(line, name, "MWH", xml.text());
        case "curveType" -> {
          curveType = xml.text();
          if (!curveType.equals(FIXED) && !curveType.equals(REPEATS_OMITTED)) {
            refuse(line, name, RefusalCode.MISSING_FIELD, "is neither A01 nor A03", curveType);
          }
        }
        // 2 and above are auctions beside the coupled one, at a price of their own
        case "classificationSequence_AttributeInstanceComponent.position" ->
            taken = xml.text().equals(FIRST_AUCTION);
        case "Period" -> {
          if (!taken) {
            xml.skip();
          } else {
            period(xml);
          }
        }
        default -> xml.skip();
      }
    }
  }

  private void domain(long line, String in, String out) {
    if (!in.equals(out)) {
      refuse(
          line,
          "out_Domain.mRID",
          RefusalCode.UNKNOWN_ZONE,
          "the price is between two areas, not that of a bidding zone",
          out);
      return;
    }
    zone = BiddingZones.of(out).orElse("");
    if (zone.isEmpty()) {
      refuse(line, "out_Domain.mRID", RefusalCode.UNKNOWN_ZONE, "is no bidding zone we know", out);
    }
  }

  private void require(long line, String field, String wanted, String found) {
    if (!found.equals(wanted)) {
      refuse(line, field, RefusalCode.BLOCK_MISMATCH, "prices are taken in EUR/MWh", found);
    }
  }

  private void period(XmlCursor xml) throws XMLStreamException {
    long line = xml.line();
    Instant start = null;
    Instant end = null;
    Duration resolution = null;
    Span span = null;
    long before = refusals.count();
    while (xml.enter()) {
      long at = xml.line();
      switch (xml.name()) {
        case "timeInterval" -> {
          while (xml.enter()) {
            long time = xml.line();
            switch (xml.name()) {
              case "start" -> start = instant(time, xml.text());
              case "end" -> end = instant(time, xml.text());
              default -> xml.skip();
            }
          }
        }
        case "resolution" -> resolution = resolution(at, xml.text());
        case "Point" -> {
          if (span == null && refusals.count() == before) {
            span = span(line, start, end, resolution);
          }
          point(xml, span);
        }
        default -> xml.skip();
      }
    }
    if (span == null && refusals.count() == before) {
      refuse(line, "Period", RefusalCode.MISSING_FIELD, "the period has no points", "");
    } else if (span != null) {
      span.fill(line, span.count + 1);
    }
  }

  private @Nullable Instant instant(long line, String text) {
    try {
      return Instant.parse(
          text.matches(".*T[0-9]{2}:[0-9]{2}Z") ? text.replace("Z", ":00Z") : text);
    } catch (DateTimeParseException e) {
      refuse(line, "timeInterval", RefusalCode.TIMESTAMP_FORM, "is no time in UTC", text);
      return null;
    }
  }

  private @Nullable Duration resolution(long line, String text) {
    if (!RESOLUTIONS.contains(text)) {
      refuse(
          line, "resolution", RefusalCode.BLOCK_MISMATCH, "is none of PT15M, PT30M, PT60M", text);
      return null;
    }
    return Duration.parse(text);
  }

  private @Nullable Span span(
      long line, @Nullable Instant start, @Nullable Instant end, @Nullable Duration resolution) {
    if (start == null || end == null || resolution == null || zone.isEmpty()) {
      refuse(
          line,
          "Period",
          RefusalCode.MISSING_FIELD,
          "zone, interval and resolution must stand before the points",
          "");
      return null;
    }
    Duration length = Duration.between(start, end);
    if (length.isNegative()
        || length.isZero()
        || length.compareTo(Duration.ofDays(ReadLimits.MOST_DAYS + 1L)) > 0
        || length.toSeconds() % resolution.toSeconds() != 0) {
      refuse(
          line,
          "timeInterval",
          RefusalCode.BLOCK_MISMATCH,
          "the interval is not a whole number of blocks, or is longer than a year",
          start + "/" + end);
      return null;
    }
    return new Span(start, resolution, Math.toIntExact(length.dividedBy(resolution)));
  }

  private void point(XmlCursor xml, @Nullable Span span) throws XMLStreamException {
    long line = xml.line();
    String position = "";
    String price = "";
    while (xml.enter()) {
      switch (xml.name()) {
        case "position" -> position = xml.text();
        case "price.amount" -> price = xml.text();
        default -> xml.skip();
      }
    }
    points++;
    if (span != null) {
      span.point(line, position, price);
    }
  }

  private void refuse(long line, String field, RefusalCode code, String reason, String value) {
    refusals.add(line, field, code, reason, value);
  }

  /** A period with its blocks, filled from the first position to the last. */
  private final class Span {
    private final Instant start;
    private final Duration resolution;
    private final int count;
    private int next = 1;
    private @Nullable String price;

    Span(Instant start, Duration resolution, int count) {
      this.start = start;
      this.resolution = resolution;
      this.count = count;
    }

    void point(long line, String text, String amount) {
      int position = text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 0;
      if (position < 1 || position > count) {
        refuse(
            line,
            "position",
            RefusalCode.PERIOD_RANGE,
            "the interval has positions 1 to " + count,
            text);
        return;
      }
      if (position < next) {
        refuse(line, "position", RefusalCode.DUPLICATE, "an earlier point covers it", text);
        return;
      }
      fill(line, position);
      price = amount;
      publish(line, position, amount);
      next = position + 1;
    }

    /** Fills the positions before one that have no point. */
    void fill(long line, int position) {
      String repeated = price;
      for (; next < position; next++) {
        if (repeated == null || curveType.equals(FIXED)) {
          refuse(
              line,
              "position",
              RefusalCode.MISSING_BLOCK,
              "%s has no price from %s".formatted(zone, startOf(next)),
              "");
        } else {
          publish(line, next, repeated);
        }
      }
    }

    private Instant startOf(int position) {
      return start.plus(resolution.multipliedBy(position - 1L));
    }

    private void publish(long line, int position, String amount) {
      Instant from = startOf(position);
      LocalDate date = LocalDate.ofInstant(from, CENTRAL);
      MarketDay day = days.find(EntsoePriceReader.MARKET, date);
      if (day == null) {
        refuse(
            line,
            "timeInterval",
            RefusalCode.DAY_WITHOUT_RULES,
            "the rule pack of %s says nothing about %s".formatted(EntsoePriceReader.MARKET, date),
            "");
        return;
      }
      if (!day.rules().marketTimeUnit().equals(resolution)
          || Duration.between(day.day().start(), from).toSeconds() % resolution.toSeconds() != 0) {
        refuse(
            line,
            "resolution",
            RefusalCode.BLOCK_MISMATCH,
            "a block of %s lasts %d minutes; series of another resolution are not taken"
                .formatted(date, day.rules().marketTimeUnit().toMinutes()),
            resolution.toString());
        return;
      }
      if (seen.add(date) > ReadLimits.MOST_DAYS) {
        refuse(
            line,
            "timeInterval",
            RefusalCode.TOO_MANY_DAYS,
            "the files have over %d delivery days".formatted(ReadLimits.MOST_DAYS),
            date.toString());
        return;
      }
      if (!seen.add(zone, from)) {
        refuse(
            line,
            "position",
            RefusalCode.DUPLICATE,
            "%s has a price from %s further up or in an earlier file".formatted(zone, from),
            "");
        return;
      }
      BigDecimal found = figures.price(line, "price.amount", amount, day.rules());
      if (found != null) {
        sink.accept(
            new PublishedBlock(
                EntsoePriceReader.MARKET,
                zone,
                date,
                from,
                (int) resolution.toMinutes(),
                found,
                found.compareTo(day.rules().priceCap().toBigDecimal()) == 0,
                null));
      }
    }
  }
}
