package energy.optibid.engine.market.history;

import energy.optibid.engine.market.reading.CsvReading;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Price history as CSV, lines in any order, gaps allowed:
 *
 * <pre>{@code
 * market,area,start,duration_minutes,price[,bought_mw,sold_mw]
 * iex-dam,N1,2021-04-01T00:00:00+05:30,15,3120.55
 * }</pre>
 *
 * The start is ISO 8601 with offset; the duration is that of the market's block on that day; the
 * price is in the market's currency per MWh with at most six decimals, within the limits of the
 * day; volumes are average MW and may be empty. The area is one of the market's, or {@code ALL} for
 * the market as a whole. Memory does not grow with the number of lines, but by one bit for each
 * five minutes of a series.
 */
public final class PriceHistoryReader implements ResultsReader {
  /** The header line without volumes. */
  public static final String HEADER = "market,area,start,duration_minutes,price";

  /** The header line with volumes. */
  public static final String HEADER_WITH_VOLUMES = HEADER + ",bought_mw,sold_mw";

  private final ReadLimits limits;
  private final MarketDays days;
  private final SeenBlocks seen = new SeenBlocks();

  public PriceHistoryReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
  }

  @Override
  public ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink)
      throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    HistoryRow row = new HistoryRow(days, seen, refusals, sink);
    long rows =
        new CsvReading(
                limits,
                refusals,
                new CsvReading.Rows() {
                  @Override
                  public boolean header(String text) {
                    if (text.equals(HEADER) || text.equals(HEADER_WITH_VOLUMES)) {
                      row.expect(text.split(",", -1).length);
                      return true;
                    }
                    refusals.add(
                        1,
                        "",
                        text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER,
                        "the first line is neither " + HEADER + " nor the same with volumes",
                        text);
                    return false;
                  }

                  @Override
                  public void row(long line, String[] values) {
                    row.read(line, values);
                  }
                })
            .read(in);
    return ResultsReport.of(file, rows, refusals);
  }
}
