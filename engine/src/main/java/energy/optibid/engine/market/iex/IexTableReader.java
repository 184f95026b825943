package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.reading.CsvReading;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * The exchange's tables as CSV: all bids and offers, cleared and scheduled volume and the market
 * clearing price of each block, for the country as a whole. A market that is in the file for a day
 * is there with every block of that day, once.
 */
public final class IexTableReader implements ResultsReader {
  /** The header line, without line end. */
  public static final String HEADER =
      "market,date,time_block,purchase_bid_mw,sell_bid_mw,mcv_mw,final_scheduled_mw,mcp_rs_mwh";

  private final MarketDays days;
  private final ReadLimits limits;
  private final DayBlocks seen;

  public IexTableReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
    this.seen = new DayBlocks();
  }

  @Override
  public ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink)
      throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    TableRow row = new TableRow(days, seen, refusals);
    CsvReading reading =
        new CsvReading(
            limits,
            refusals,
            new CsvReading.Rows() {
              @Override
              public boolean header(String text) {
                if (text.equals(HEADER)) {
                  return true;
                }
                refusals.add(
                    1,
                    "",
                    text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER,
                    "the first line is not the header of the exchange's table",
                    text);
                return false;
              }

              @Override
              public void row(long line, String[] values) {
                row.read(line, values).ifPresent(sink);
              }
            });
    long rows = reading.read(in);
    seen.refuseMissing(reading.lastLine(), refusals);
    return ResultsReport.of(file, rows, refusals);
  }

  /** Whether a price is the highest that the rules of its day allow. */
  static boolean atCap(BigDecimal price, MarketDay day) {
    return price.compareTo(day.rules().priceCap().toBigDecimal()) == 0;
  }
}
