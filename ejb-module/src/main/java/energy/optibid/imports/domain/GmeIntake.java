package energy.optibid.imports.domain;

import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.FileReport;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.gme.GmeRow;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.ResultsTally;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportedFile;
import energy.optibid.market.StagedDay;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads GME's files into days. Files come in any order; nothing of them counts unless every one is
 * sound and together they say all that clearing a day needs.
 */
public final class GmeIntake {
  /** Most days one import may bring. */
  public static final int MOST_DAYS = 31;

  /** A million rows and 128 MiB a file after decompression, 1,000 faults of it kept. */
  public static final ReadLimits LIMITS =
      new ReadLimits(128L * 1024 * 1024, 1_000_000, 1_000, 1_000);

  private static final String WITH_BLOCKS = "bid-curves";
  private static final String WITHOUT_BLOCKS = "simple-bid-curves";
  private static final Set<GmeFileKind> NEEDED =
      Set.of(
          GmeFileKind.BID_CURVES,
          GmeFileKind.INTERNAL_TRANSFER_CAPACITIES,
          GmeFileKind.PUBLISHED_EXCHANGES);

  private final RulePack pack;
  private final @Nullable LocalDate onlyDay;
  private final Consumer<SentFile> beforeEach;
  private final GmeBook book;
  private final SortedSet<LocalDate> daysWithOrders = new TreeSet<>();
  private final Map<GmeFileKind, String> taken = new EnumMap<>(GmeFileKind.class);
  private final List<ImportedFile> files = new ArrayList<>();
  private final List<ImportFault> faults = new ArrayList<>();
  private long faultCount;

  private GmeIntake(RulePack pack, @Nullable LocalDate onlyDay, Consumer<SentFile> beforeEach) {
    this.pack = pack;
    this.onlyDay = onlyDay;
    this.beforeEach = beforeEach;
    this.book = new GmeBook(pack, this::isWanted);
  }

  /**
   * Reads the files to their ends.
   *
   * @param onlyDay takes just that day; null takes every day with orders
   * @param beforeEach told of each file before it is read; may throw to stop
   * @throws IOException if a stream fails; bad content never throws
   */
  public static Intake read(
      RulePack pack,
      @Nullable LocalDate onlyDay,
      List<? extends SentFile> files,
      Consumer<SentFile> beforeEach)
      throws IOException {
    GmeIntake intake = new GmeIntake(pack, onlyDay, beforeEach);
    boolean foldedBlocks = files.stream().anyMatch(file -> file.name().startsWith(WITH_BLOCKS));
    for (SentFile file : files) {
      intake.readFile(file, foldedBlocks);
    }
    return intake.judge();
  }

  private boolean isWanted(LocalDate day) {
    return onlyDay == null || day.equals(onlyDay);
  }

  private static boolean isWithoutBlocks(SentFile file) {
    return file.name().startsWith(WITHOUT_BLOCKS);
  }

  private static boolean isOfBlocks(SentFile file) {
    return file.name().startsWith(GmeFileKind.BLOCK_ORDERS.baseName());
  }

  private void readFile(SentFile file, boolean foldedBlocks) throws IOException {
    beforeEach.accept(file);
    // Both books share a header. Beside the one with the block decisions folded in, the other would
    // count
    // every order twice: it is checked, and left out. So are the blocks themselves.
    boolean leftOut = (isWithoutBlocks(file) || isOfBlocks(file)) && foldedBlocks;
    FileReport report;
    try (InputStream content = file.open()) {
      report =
          new GmeDayReader(pack, LIMITS)
              .read(
                  file.name(),
                  content,
                  row -> {
                    if (!leftOut) {
                      take(row);
                    }
                  });
    }
    files.add(
        new ImportedFile(
            file.name(),
            kindOf(file, report),
            report.rows(),
            report.normalised(),
            report.refused()));
    faultCount += report.refused();
    report.refusals().forEach(refusal -> faults.add(Faults.of(refusal)));
    if (report.kind() != null && !leftOut) {
      String other = taken.putIfAbsent(report.kind(), file.name());
      if (other != null) {
        add(
            file.name(),
            "duplicate_kind",
            other + " is of the same kind, " + report.kind().baseName() + "; send one of them.");
      }
    }
  }

  private static @Nullable String kindOf(SentFile file, FileReport report) {
    if (report.kind() == null) {
      return null;
    }
    return report.kind() == GmeFileKind.BID_CURVES && isWithoutBlocks(file)
        ? WITHOUT_BLOCKS
        : report.kind().baseName();
  }

  /** Rows that a sandbox does not need are checked by the reader and go no further. */
  private void take(GmeRow row) {
    if (row instanceof GmeRow.TransferCapacity || row instanceof GmeRow.PublishedFlow) {
      return;
    }
    if (row instanceof GmeRow.BookStep && isWanted(row.deliveryDay())) {
      daysWithOrders.add(row.deliveryDay());
    }
    book.accept(row);
  }

  private Intake judge() {
    if (faultCount == 0) {
      judgeTogether();
    }
    List<StagedDay> days = new ArrayList<>();
    ResultsTally tally = new ResultsTally();
    if (faultCount == 0) {
      for (LocalDate date : daysWithOrders) {
        GmeDay day = book.day(date);
        StagedDay staged = GmeDays.staged(day);
        Summaries.count(day, staged, tally);
        days.add(staged);
      }
    }
    return new Intake(files, faultCount, faults, Summaries.of(tally.totals()), days);
  }

  private void judgeTogether() {
    for (GmeFileKind kind : GmeFileKind.values()) {
      if (NEEDED.contains(kind) && !taken.containsKey(kind)) {
        add("", "missing_file", "A day needs a file of the kind " + kind.baseName() + ".");
      }
    }
    if (faultCount > 0) {
      return;
    }
    if (daysWithOrders.isEmpty()) {
      add(
          "",
          "no_such_day",
          onlyDay == null
              ? "The files have no orders."
              : "The files have no orders of " + onlyDay + ".");
    } else if (daysWithOrders.size() > MOST_DAYS) {
      add(
          "",
          "too_many_days",
          "The files have orders of %d days; an import takes %d."
              .formatted(daysWithOrders.size(), MOST_DAYS));
    } else {
      for (LocalDate day : daysWithOrders) {
        GmeDay found = book.day(day);
        found.gaps(Boundary.EXCHANGES).forEach(gap -> add("", "incomplete_day", gap + "."));
      }
    }
  }

  private void add(String file, String code, String reason) {
    faultCount++;
    if (faults.size() < LIMITS.maxKeptRefusals() * 10) {
      faults.add(new ImportFault(file, 0, "", code, reason, null));
    }
  }
}
