package energy.optibid.engine.market.history;

import energy.optibid.engine.market.reading.Decimals;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of price history. Lines come in runs of the same day, so the day of the last line is
 * tried first.
 */
final class HistoryRow {
  private static final List<String> COLUMNS =
      List.of(PriceHistoryReader.HEADER_WITH_VOLUMES.split(",", -1));
  private static final int MOST_DECIMALS = 6;

  private final MarketDays days;
  private final SeenBlocks seen;
  private final Refusals refusals;
  private final Figures figures;
  private final Consumer<PublishedBlock> sink;
  private final InstantText instants = new InstantText();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private int fields = COLUMNS.size();
  private @Nullable Span last;
  private long line;
  private String[] values = {};

  /** A day with what is asked of it millions of times. */
  private record Span(
      String market,
      MarketDay day,
      long from,
      long to,
      long unit,
      String minutes,
      long floor,
      long cap) {
    static Span of(String market, MarketDay day) {
      AuctionRules rules = day.rules();
      return new Span(
          market,
          day,
          day.day().start().getEpochSecond(),
          day.day().end().getEpochSecond(),
          rules.marketTimeUnit().toSeconds(),
          Long.toString(rules.marketTimeUnit().toMinutes()),
          rules.priceFloor().tenThousandths(),
          rules.priceCap().tenThousandths());
    }
  }

  HistoryRow(MarketDays days, SeenBlocks seen, Refusals refusals, Consumer<PublishedBlock> sink) {
    this.days = days;
    this.seen = seen;
    this.refusals = refusals;
    this.figures = new Figures(refusals);
    this.sink = sink;
  }

  void expect(int count) {
    fields = count;
  }

  void read(long newLine, String[] newValues) {
    line = newLine;
    values = newValues;
    if (values.length != fields) {
      refusals.add(
          line,
          "",
          RefusalCode.FIELD_COUNT,
          "the line has %d fields, not %d".formatted(values.length, fields),
          "");
      return;
    }
    long before = refusals.count();
    OptionalLong start = instants.seconds(values[2]);
    if (start.isEmpty()) {
      refuse(
          2,
          RefusalCode.TIMESTAMP_FORM,
          "the start is no ISO 8601 time with offset such as 2021-04-01T00:00:00+05:30");
    }
    Span span = span(start);
    if (span != null) {
      judgeBlock(span, start.orElse(0));
    }
    PublishedVolumes volumes = volumes();
    BigDecimal price = span == null ? number() : price(span);
    if (span == null || price == null || refusals.count() > before) {
      return;
    }
    MarketDay day = span.day;
    sink.accept(
        new PublishedBlock(
            span.market,
            values[1],
            day.day().date(),
            Instant.ofEpochSecond(start.orElseThrow()),
            (int) (span.unit / 60),
            price,
            price.compareTo(day.rules().priceCap().toBigDecimal()) == 0,
            volumes));
  }

  /** The day of the line under its rules, or null when refused. */
  private @Nullable Span span(OptionalLong start) {
    Span known = last;
    if (known != null && start.isPresent() && known.market.equals(values[0])) {
      long second = start.getAsLong();
      if (second >= known.from && second < known.to) {
        return known;
      }
    }
    RulePack pack = days.pack(values[0]);
    if (pack == null) {
      refuse(0, RefusalCode.UNKNOWN_MARKET, "there is no market of that code");
      return null;
    }
    if (start.isEmpty()) {
      return null;
    }
    LocalDate date =
        LocalDate.ofInstant(
            Instant.ofEpochSecond(start.getAsLong()),
            zones.computeIfAbsent(values[0], market -> zone(pack)));
    MarketDay day = days.find(values[0], date);
    if (day == null) {
      refuse(
          2,
          RefusalCode.DAY_WITHOUT_RULES,
          "the rule pack of " + values[0] + " says nothing about " + date);
      return null;
    }
    last = Span.of(values[0], day);
    return last;
  }

  /** A market does not move between time zones: any row of its pack will do. */
  private static ZoneId zone(RulePack pack) {
    return pack.rules().stream()
        .filter(rule -> rule.parameter() == RuleParameter.TIME_ZONE)
        .map(rule -> ZoneId.of(rule.value()))
        .findFirst()
        .orElseThrow();
  }

  private void judgeBlock(Span span, long start) {
    if (!span.day.areas().contains(values[1])) {
      refuse(1, RefusalCode.UNKNOWN_ZONE, "the market has no such area on that day");
    }
    if (!values[3].equals(span.minutes)) {
      refuse(
          3,
          RefusalCode.BLOCK_MISMATCH,
          "a block of the market lasts " + span.minutes + " minutes");
    }
    if ((start - span.from) % span.unit != 0) {
      refuse(2, RefusalCode.BLOCK_MISMATCH, "no block of the day starts at that time");
    } else if (span.day.areas().contains(values[1]) && !seen.add(span.market, values[1], start)) {
      refuse(2, RefusalCode.DUPLICATE, "the same market, area and start stand on an earlier line");
    }
  }

  private @Nullable BigDecimal price(Span span) {
    OptionalLong quick = Decimals.scaled(values[4], Price.SCALE);
    if (quick.isPresent() && quick.getAsLong() >= span.floor && quick.getAsLong() <= span.cap) {
      return new BigDecimal(values[4]);
    }
    BigDecimal price = number();
    if (price == null) {
      return null;
    }
    if (!Figures.withinLimits(price, span.day.rules())) {
      refuse(
          4,
          RefusalCode.PRICE_LIMIT,
          "the price is outside %s to %s"
              .formatted(
                  span.day.rules().priceFloor().toBigDecimal().stripTrailingZeros().toPlainString(),
                  span.day.rules().priceCap().toBigDecimal().stripTrailingZeros().toPlainString()));
      return null;
    }
    return price;
  }

  private @Nullable BigDecimal number() {
    BigDecimal price = Decimals.parse(values[4]).orElse(null);
    if (price == null) {
      refuse(4, RefusalCode.NUMBER_FORM, "the value is no decimal number under ten million");
    } else if (price.stripTrailingZeros().scale() > MOST_DECIMALS) {
      refuse(4, RefusalCode.PRICE_TICK, "the price has over " + MOST_DECIMALS + " decimals");
      return null;
    }
    return price;
  }

  private @Nullable PublishedVolumes volumes() {
    if (fields < COLUMNS.size()) {
      return null;
    }
    return new PublishedVolumes(null, null, megawatts(5), megawatts(6), null);
  }

  private @Nullable BigDecimal megawatts(int field) {
    return values[field].isEmpty()
        ? null
        : figures.megawatts(line, COLUMNS.get(field), values[field]);
  }

  private void refuse(int field, RefusalCode code, String reason) {
    refusals.add(line, COLUMNS.get(field), code, reason, values[field]);
  }
}
