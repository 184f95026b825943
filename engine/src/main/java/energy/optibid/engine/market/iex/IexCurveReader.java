package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.iex.IexCurves.Corner;
import energy.optibid.engine.market.reading.CsvReading;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Aggregated curves of the exchange as a CSV of our own: a line for each block and price with the
 * cumulative purchase and sell quantity, blocks one after another, prices never falling in a block
 * (twice the same price is a step). The exchange publishes these figures; no file of it was at
 * hand, so this form and the straight lines between prices are <em>unverified</em>.
 *
 * <pre>{@code
 * market,date,block,price_rs_mwh,purchase_mw,sell_mw
 * iex-dam,2023-12-27,1,0,14200.5,3100
 * }</pre>
 */
public final class IexCurveReader {
  /** The header line, without line end. */
  public static final String HEADER = "market,date,block,price_rs_mwh,purchase_mw,sell_mw";

  private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));

  private final MarketDays days;
  private final ReadLimits limits;

  public IexCurveReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
  }

  /**
   * What reading a file came to.
   *
   * @param curves by market and day, in the order of the file; empty when anything was refused
   */
  public record Answer(ResultsReport report, List<IexCurves> curves) {
    public Answer {
      curves = List.copyOf(curves);
    }
  }

  /**
   * Reads to the end of the stream, plain or gzip, which is left open.
   *
   * @param file name of the file, for refusals
   * @throws IOException if the stream fails; bad content never throws
   */
  public Answer read(String file, InputStream in) throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    Reading reading = new Reading(refusals);
    CsvReading lines = new CsvReading(limits, refusals, reading);
    long rows = lines.read(in);
    reading.seen.refuseMissing(lines.lastLine(), refusals);
    return new Answer(
        ResultsReport.of(file, rows, refusals),
        refusals.count() == 0 ? reading.curves() : List.of());
  }

  /** One file. */
  private final class Reading implements CsvReading.Rows {
    private final Refusals refusals;
    private final Figures figures;
    private final DayBlocks seen = new DayBlocks();
    private final Map<MarketDay, TreeMap<Integer, List<Corner>>> blocks = new LinkedHashMap<>();
    private @Nullable MarketDay lastDay;
    private int lastBlock;
    private long line;
    private String[] values = {};

    Reading(Refusals refusals) {
      this.refusals = refusals;
      this.figures = new Figures(refusals);
    }

    @Override
    public boolean header(String text) {
      if (text.equals(HEADER)) {
        return true;
      }
      refusals.add(
          1,
          "",
          text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER,
          "the first line is not " + HEADER,
          text);
      return false;
    }

    @Override
    public void row(long number, String[] newValues) {
      line = number;
      values = newValues;
      if (values.length != COLUMNS.size()) {
        refusals.add(
            line,
            "",
            RefusalCode.FIELD_COUNT,
            "the line has %d fields, not %d".formatted(values.length, COLUMNS.size()),
            "");
        return;
      }
      MarketDay day = day();
      int block = day == null ? 0 : block(day);
      if (day == null || block == 0) {
        return;
      }
      if (!(day.equals(lastDay) && block == lastBlock) && !seen.add(day, block)) {
        refuse(2, RefusalCode.DUPLICATE, "the block has lines further up, not just before this");
      }
      lastDay = day;
      lastBlock = block;
      BigDecimal price = figures.price(line, COLUMNS.get(3), values[3], day.rules());
      Power purchase = power(4, day);
      Power sell = power(5, day);
      if (price != null && purchase != null && sell != null) {
        add(
            blocks
                .computeIfAbsent(day, first -> new TreeMap<>())
                .computeIfAbsent(block, first -> new ArrayList<>()),
            new Corner(Price.of(price), purchase, sell));
      }
    }

    private void add(List<Corner> corners, Corner corner) {
      if (!corners.isEmpty()) {
        Corner before = corners.get(corners.size() - 1);
        if (corner.price().compareTo(before.price()) < 0) {
          refuse(
              3, RefusalCode.MIN_ABOVE_MAX, "the price falls from one line of a block to the next");
        }
        if (corner.purchase().compareTo(before.purchase()) > 0) {
          refuse(4, RefusalCode.MIN_ABOVE_MAX, "buyers want more at a higher price");
        }
        if (corner.sell().compareTo(before.sell()) < 0) {
          refuse(5, RefusalCode.MIN_ABOVE_MAX, "sellers offer less at a higher price");
        }
      }
      corners.add(corner);
    }

    private @Nullable MarketDay day() {
      if (!days.knows(values[0])) {
        refuse(0, RefusalCode.UNKNOWN_MARKET, "there is no market of that code");
        return null;
      }
      LocalDate date;
      try {
        date = LocalDate.parse(values[1]);
      } catch (DateTimeParseException e) {
        refuse(1, RefusalCode.DAY_FORM, "the date is no day (YYYY-MM-DD)");
        return null;
      }
      MarketDay day = days.find(values[0], date);
      if (day == null) {
        refuse(
            1,
            RefusalCode.DAY_WITHOUT_RULES,
            "the rule pack of %s says nothing about %s".formatted(values[0], date));
      } else if (!seen.has(day) && seen.size() >= ReadLimits.MOST_DAYS) {
        refuse(
            1,
            RefusalCode.TOO_MANY_DAYS,
            "the file has over " + ReadLimits.MOST_DAYS + " delivery days");
        return null;
      }
      return day;
    }

    private int block(MarketDay day) {
      int last = day.day().blockCount();
      int block = values[2].matches("[1-9][0-9]{0,2}") ? Integer.parseInt(values[2]) : 0;
      if (block < 1 || block > last) {
        refuse(2, RefusalCode.PERIOD_RANGE, "the day has blocks 1 to " + last);
        return 0;
      }
      return block;
    }

    private @Nullable Power power(int field, MarketDay day) {
      BigDecimal power = figures.megawatts(line, COLUMNS.get(field), values[field]);
      if (power == null) {
        return null;
      }
      BigDecimal lot = day.rules().quantityLot().toMegawatts();
      if (power.remainder(lot).signum() != 0) {
        refuse(
            field,
            RefusalCode.QUANTITY_LOT,
            "the quantity is not a multiple of " + lot.stripTrailingZeros().toPlainString());
        return null;
      }
      return Power.ofMegawatts(power);
    }

    private void refuse(int field, RefusalCode code, String reason) {
      refusals.add(line, COLUMNS.get(field), code, reason, values[field]);
    }

    List<IexCurves> curves() {
      return blocks.entrySet().stream()
          .map(day -> new IexCurves(day.getKey().rules(), day.getValue()))
          .toList();
    }
  }
}
