package energy.optibid.market.adapter;

import energy.optibid.market.MarketFeed;
import energy.optibid.market.PriceTick;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sound prices of a feed, laid out for the table when they are judged, so that nothing but the
 * database takes time while they are stored.
 */
final class FedBatch implements MarketFeed.Batch {
  private static final Comparator<Row> IN_ORDER_OF_THE_INDEX =
      Comparator.comparing((Row row) -> row.tick().marketCode())
          .thenComparing(row -> row.tick().area())
          .thenComparing(row -> row.tick().startsAt());

  private final FedPriceTable table;
  private final List<PriceTick> ticks = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final Set<YearMonth> months = new HashSet<>();
  private final String text;

  /**
   * Of the rows in whatever order.
   *
   * @param rows one of each block
   */
  FedBatch(Collection<Row> rows, FedPriceTable table) {
    this.table = table;
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(IN_ORDER_OF_THE_INDEX);
    StringBuilder lines = new StringBuilder(sorted.size() * 96);
    // areas share their blocks, and a feed has much at the same time: each is written out once
    Map<Instant, String> times = new HashMap<>();
    Set<Instant> starts = new HashSet<>();
    for (Row row : sorted) {
      ticks.add(row.tick());
      starts.add(row.tick().startsAt());
      write(row, times, lines);
    }
    starts.forEach(start -> months.add(YearMonth.from(start.atOffset(ZoneOffset.UTC))));
    text = lines.toString();
    findSpans();
  }

  private void findSpans() {
    for (int from = 0, to = 0; from < ticks.size(); from = to) {
      PriceTick first = ticks.get(from);
      while (to < ticks.size() && sameArea(first, ticks.get(to))) {
        to++;
      }
      spans.add(
          new Span(
              first.marketCode(), first.area(), first.startsAt(), ticks.get(to - 1).startsAt()));
    }
  }

  private static boolean sameArea(PriceTick one, PriceTick other) {
    return one.area().equals(other.area()) && one.marketCode().equals(other.marketCode());
  }

  /**
   * A price that can be stored.
   *
   * @param minutes length of the block
   * @param currency of the market, ISO 4217
   */
  record Row(PriceTick tick, long minutes, String currency) {}

  /** What there is one price of. */
  record Block(String marketCode, String area, Instant startsAt) {
    static Block of(PriceTick tick) {
      return new Block(tick.marketCode(), tick.area(), tick.startsAt());
    }
  }

  /**
   * The blocks of the batch in one area.
   *
   * @param first start of the earliest
   * @param last start of the latest
   */
  record Span(String marketCode, String area, Instant first, Instant last) {}

  private static void write(Row row, Map<Instant, String> times, StringBuilder lines) {
    PriceTick tick = row.tick();
    lines
        .append(tick.marketCode())
        .append('\t')
        .append(tick.area())
        .append('\t')
        .append(times.computeIfAbsent(tick.startsAt(), Instant::toString))
        .append('\t')
        .append(row.minutes())
        .append('\t')
        .append(tick.price().toPlainString())
        .append('\t')
        .append(row.currency())
        .append('\t')
        .append(times.computeIfAbsent(tick.at(), Instant::toString))
        .append('\n');
  }

  /** In the order of the index, as {@link #text()}. */
  List<PriceTick> ticks() {
    return ticks;
  }

  List<Span> spans() {
    return spans;
  }

  /** The months (UTC) in which its blocks begin. */
  Set<YearMonth> months() {
    return months;
  }

  /** Lines for a COPY of {@link FedPriceTable#COLUMNS}. */
  String text() {
    return text;
  }

  @Override
  public int store() {
    return ticks.isEmpty() ? 0 : table.store(this);
  }
}
