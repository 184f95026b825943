package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.ExpectedBorders;
import energy.optibid.engine.market.gme.FileReport;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Clears every period of the days in a folder and says how well published prices are met. */
@Command(
    name = "clear",
    mixinStandardHelpOptions = true,
    description = "Clears the days in a folder, writes prices and prints their proof.")
final class ClearCommand implements Callable<Integer> {
  /** Formats of input this command reads. */
  enum Format {
    GME,
    OMIE,
    IEX_CURVES;

    /** The word of the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What becomes of block orders. */
  enum Blocks {
    PUBLISHED,
    SOLVE
  }

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.GME;

  @Option(
      names = "--input",
      required = true,
      description = "Folder with the files of the market; for curves one file will do.")
  private Path input = Path.of("");

  @Option(
      names = "--days",
      converter = DayRange.Converter.class,
      description = "One delivery day, or first..last; default: every day in the books.")
  private @Nullable DayRange days;

  @Option(
      names = "--boundary",
      description =
          "prices: neighbours take their published price (anchored);"
              + " exchanges: published exchanges are fixed;"
              + " yesterday: exchanges of the day before, giving way with the price"
              + " (needs --blocks solve). Default: ${DEFAULT-VALUE}.")
  private Boundary boundary = Boundary.EXCHANGES;

  @Option(
      names = "--elasticity",
      description =
          "MW by which each border's exchange rises with the price per unit of currency"
              + " (--boundary yesterday). Default: ${DEFAULT-VALUE}.")
  private BigDecimal elasticity = BigDecimal.valueOf(20);

  @Option(
      names = "--blocks",
      description = "published: the market's block decisions stand. Default: ${DEFAULT-VALUE}.")
  private Blocks blocks = Blocks.PUBLISHED;

  @Option(names = "--out", required = true, description = "CSV file to write.")
  private Path out = Path.of("");

  @Option(names = "--orders-out", description = "CSV file for the decisions about blocks.")
  private @Nullable Path ordersOut;

  @Option(
      names = "--work",
      description = "Work budget of the search of a day. Default: ${DEFAULT-VALUE}.")
  private long work = WorkBudget.DEFAULT.units();

  @Option(names = "--rules", description = "Rule pack file; default: the shipped one.")
  private @Nullable Path rules;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (format != Format.GME) {
      return clearCurves();
    }
    if (ordersOut != null && blocks == Blocks.PUBLISHED) {
      throw new StoppedException(
          OptibidEngine.WRONG_USE, "--orders-out needs --blocks solve: nothing else is decided");
    }
    if (boundary == Boundary.YESTERDAY && blocks == Blocks.PUBLISHED) {
      throw new StoppedException(
          OptibidEngine.WRONG_USE,
          "--boundary yesterday needs --blocks solve: published blocks are an output of the day");
    }
    long started = System.nanoTime();
    GmeBook book = read();
    long read = System.nanoTime();
    DayClearing clearing = new DayClearing(boundary, work);
    List<ClearedDay> cleared = new ArrayList<>();
    for (LocalDate date : book.days()) {
      if (clears(date)) {
        cleared(book, date, clearing).ifPresent(cleared::add);
      }
    }
    PriceFile.write(out, cleared.stream().flatMap(day -> day.periods().stream()).toList());
    if (ordersOut != null) {
      BlockFile.write(ordersOut, cleared);
    }
    PrintWriter console = spec.commandLine().getOut();
    ClearingReport report = new ClearingReport(boundary, book, cleared);
    report.print(console);
    console.printf(
        "seconds: reading %.2f, clearing %.2f, verifying %.2f%n",
        seconds(read - started),
        seconds(clearing.nanosecondsClearing()),
        seconds(clearing.nanosecondsVerifying()));
    console.flush();
    return report.allVerified() ? 0 : OptibidEngine.NOT_VERIFIED;
  }

  /** Curves that a market publishes, which have neither borders nor blocks. */
  private int clearCurves() {
    DayRange range = days;
    Predicate<LocalDate> wanted = day -> range == null || range.contains(day);
    CurveReport report =
        new CurveReport(
            format == Format.OMIE
                ? CurveFiles.omie(input, ShippedRules.of("omie-md", rules), wanted)
                : CurveFiles.iex(input, ShippedRules.iex(), wanted));
    report.write(out);
    PrintWriter console = spec.commandLine().getOut();
    report.print(
        console,
        format == Format.IEX_CURVES
            ? "no file of the exchange's aggregated curves was at hand; straight lines are assumed"
            : "");
    console.flush();
    return report.allVerified() ? 0 : OptibidEngine.NOT_VERIFIED;
  }

  /** The cleared day; empty where it needs a day before that is not there. */
  private Optional<ClearedDay> cleared(GmeBook book, LocalDate date, DayClearing clearing) {
    GmeDay day = book.day(date);
    if (blocks == Blocks.PUBLISHED) {
      return Optional.of(clearing.clear(day));
    }
    if (boundary != Boundary.YESTERDAY) {
      return Optional.of(clearing.solve(day, day.auction(boundary)));
    }
    if (!book.days().contains(date.minusDays(1))) {
      return Optional.empty();
    }
    ExpectedBorders borders =
        new ExpectedBorders(book.day(date.minusDays(1)), Power.ofMegawatts(elasticity));
    return Optional.of(clearing.solve(day, borders.auction(day)));
  }

  private GmeBook read() {
    RulePack pack = ShippedRules.gmeMgp(rules);
    GmeFolder folder = new GmeFolder(input);
    GmeDayReader reader = new GmeDayReader(pack, ReadLimits.DEFAULT);
    DayRange wanted = days;
    GmeBook book = new GmeBook(pack, this::reads);
    switch (blocks) {
      case PUBLISHED -> folder.require(GmeFileKind.BID_CURVES, reader, book);
      case SOLVE -> {
        folder.require(GmeFileKind.SIMPLE_BID_CURVES, reader, book);
        folder.require(GmeFileKind.BLOCK_ORDERS, reader, book);
      }
    }
    folder.require(GmeFileKind.INTERNAL_TRANSFER_CAPACITIES, reader, book);
    switch (boundary) {
      case EXCHANGES -> folder.require(GmeFileKind.PUBLISHED_EXCHANGES, reader, book);
      case PRICES -> folder.require(GmeFileKind.TRANSFER_CAPACITIES, reader, book);
      case YESTERDAY -> {
        folder.require(GmeFileKind.PUBLISHED_EXCHANGES, reader, book);
        folder.require(GmeFileKind.TRANSFER_CAPACITIES, reader, book);
      }
    }
    Optional<FileReport> prices = folder.read(GmeFileKind.PUBLISHED_PRICES, reader, book);
    if (boundary == Boundary.PRICES && prices.isEmpty()) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          "border prices are read from published-prices.csv, which is not in " + input);
    }
    refuseGaps(book, wanted);
    return book;
  }

  private boolean reads(LocalDate day) {
    DayRange wanted = days;
    return wanted == null
        || wanted.contains(day)
        || boundary == Boundary.YESTERDAY && wanted.contains(day.plusDays(1));
  }

  private boolean clears(LocalDate day) {
    DayRange wanted = days;
    return wanted == null || wanted.contains(day);
  }

  private void refuseGaps(GmeBook book, @Nullable DayRange wanted) {
    List<String> gaps = new ArrayList<>();
    if (book.days().isEmpty()) {
      gaps.add("the files have no row of the days asked for");
    }
    if (wanted != null) {
      wanted
          .first()
          .datesUntil(wanted.last().plusDays(1))
          .filter(day -> !book.days().contains(day))
          .forEach(day -> gaps.add(day + ": no rows at all"));
    }
    book.days().forEach(day -> gaps.addAll(book.day(day).gaps(boundary)));
    if (!gaps.isEmpty()) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, String.join("\n", gaps));
    }
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / 1e9;
  }
}
