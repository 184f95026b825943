package energy.optibid.imports.domain;

import energy.optibid.engine.market.entsoe.EntsoePriceReader;
import energy.optibid.engine.market.history.PriceHistoryReader;
import energy.optibid.engine.market.iex.IexFeedReader;
import energy.optibid.engine.market.iex.IexTableReader;
import energy.optibid.engine.market.omie.OmiePriceReader;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.market.results.ResultsTally;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportSummary;
import energy.optibid.imports.ImportedFile;
import energy.optibid.imports.Imports;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files of published prices and hands their blocks on as they come. Nothing of them counts
 * unless every file is sound.
 */
public final class PriceIntake {
  /** A feed is held in memory day by day; a day has an eighth of a mebibyte. */
  private static final ReadLimits FEED = new ReadLimits(64L * 1024 * 1024, 1_000_000, 1_000, 1_000);

  private static final ReadLimits TABLE =
      new ReadLimits(128L * 1024 * 1024, 1_000_000, 1_000, 1_000);

  /** XML of a zone's year of quarter-hours has some four mebibytes. */
  private static final ReadLimits DOCUMENT =
      new ReadLimits(256L * 1024 * 1024, 2_000_000, 1_000, 1_000);

  /** Thirteen areas of four markets over ten years, and a line of fifty bytes for each block. */
  private static final ReadLimits HISTORY =
      new ReadLimits(2L * 1024 * 1024 * 1024, 20_000_000, 1_000, 1_000);

  private PriceIntake() {}

  /**
   * Reads the files to their ends.
   *
   * @param format one of {@link Imports}'s formats of prices
   * @param beforeEach told of each file before it is read; may throw to stop
   * @param sink takes the blocks; whoever it is drops them when the intake is not accepted
   * @throws IOException if a stream fails; bad content never throws
   */
  public static Intake read(
      String format,
      MarketDays markets,
      List<? extends SentFile> files,
      Consumer<SentFile> beforeEach,
      Consumer<PublishedBlock> sink)
      throws IOException {
    ResultsReader reader = reader(format, markets);
    ResultsTally tally = new ResultsTally();
    List<ImportedFile> read = new ArrayList<>();
    List<ImportFault> faults = new ArrayList<>();
    long faultCount = 0;
    for (SentFile file : files) {
      beforeEach.accept(file);
      ResultsReport report;
      try (InputStream content = file.open()) {
        report = reader.read(file.name(), content, tally.andThen(sink));
      }
      read.add(new ImportedFile(file.name(), format, report.rows(), 0, report.refused()));
      faultCount += report.refused();
      report.refusals().forEach(refusal -> faults.add(Faults.of(refusal)));
    }
    ImportSummary summary = Summaries.of(tally.totals());
    if (faultCount == 0 && summary.markets().isEmpty()) {
      faultCount++;
      faults.add(new ImportFault("", 0, "", "no_prices", "The files have no prices.", null));
    }
    return new Intake(read, faultCount, faults, summary, List.of());
  }

  private static ResultsReader reader(String format, MarketDays markets) {
    return switch (format) {
      case Imports.IEX_FEED -> new IexFeedReader(markets, FEED);
      case Imports.IEX_TABLE -> new IexTableReader(markets, TABLE);
      case Imports.OMIE_PRICES -> new OmiePriceReader(markets, TABLE);
      case Imports.ENTSOE_PRICES -> new EntsoePriceReader(markets, DOCUMENT);
      case Imports.PRICE_HISTORY -> new PriceHistoryReader(markets, HISTORY);
      default -> throw new IllegalArgumentException(format + " is no format of prices");
    };
  }
}
