package energy.optibid.engine.market.omie;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Price files of the day-ahead market ({@code PMD_*}, {@code PrecioMD_OMIE_*}) and of its intraday
 * sessions ({@code PrecioIntra_*}): marginal prices of Spain and Portugal, and the energies bought
 * and sold there. A file is one day (an intraday session may begin on the day before). Until
 * quarter-hours came there is one line for each figure and a column for each hour; since then a
 * line for each period and a column for each figure.
 */
public final class OmiePriceReader implements ResultsReader {
  /** Market code of the day-ahead market. */
  public static final String DAY_AHEAD = "omie-md";

  /** Market codes of the intraday sessions, without the number of the session. */
  public static final String INTRADAY = "omie-mi";

  private static final Pattern SUBJECT =
      Pattern.compile(
          "Precio del mercado (?:diario|(intra)diario) \\((?:cent/kWh|EUR/MWh)\\)"
              + "(?: - Sesi.n - N. ?([1-9]))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE_OF_PERIODS =
      Pattern.compile("Precios y vol.menes del mercado diario", Pattern.CASE_INSENSITIVE);

  private final MarketDays days;
  private final ReadLimits limits;
  private final Set<String> seen = new HashSet<>();

  public OmiePriceReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
  }

  @Override
  public ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink)
      throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    Reading reading = new Reading(refusals);
    long rows = new OmieText(limits, refusals, reading).read(in);
    PriceTable prices = reading.prices;
    if (prices != null && reading.headed) {
      prices.finish(rows + OmieText.HEADER);
      if (refusals.count() == 0) {
        prices.publish(sink);
      }
    }
    return ResultsReport.of(file, rows, refusals);
  }

  /** One file. */
  private final class Reading implements OmieText.Table {
    private final Refusals refusals;
    private @Nullable PriceTable prices;
    private boolean periodByLine;
    private boolean headed;

    Reading(Refusals refusals) {
      this.refusals = refusals;
    }

    @Override
    public boolean title(OmieTitle title) {
      Matcher subject = SUBJECT.matcher(title.subject());
      periodByLine = TABLE_OF_PERIODS.matcher(title.subject()).matches();
      boolean known = periodByLine || subject.matches();
      boolean intraday = known && !periodByLine && subject.group(1) != null;
      if (!known || (!periodByLine && intraday != (subject.group(2) != null))) {
        title.refuse(
            refusals,
            "the file holds neither prices of the day-ahead market nor those of an intraday"
                + " session");
        return false;
      }
      String market = intraday ? INTRADAY + subject.group(2) : DAY_AHEAD;
      if (!days.knows(market)) {
        title.refuse(refusals, "there are no rules for a market " + market);
        return false;
      }
      if (!seen.add(market + " " + title.day())) {
        refusals.add(
            1,
            "",
            RefusalCode.DUPLICATE,
            "an earlier file has the same market and day",
            title.day().toString());
        return false;
      }
      prices = new PriceTable(days, market, title.day(), intraday, refusals);
      return true;
    }

    @Override
    public boolean header(long line, String[] names) {
      headed =
          prices != null
              && (periodByLine ? prices.figures(line, names) : prices.periods(line, names));
      return headed;
    }

    @Override
    public void row(long line, String[] values) {
      if (prices != null) {
        if (periodByLine) {
          prices.period(line, values);
        } else {
          prices.figure(line, values);
        }
      }
    }
  }
}
