package energy.optibid.benchmarks;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The ten real days of the Italian market (1–10 April 2025) in the folder {@code
 * -Doptibid.benchmark.gme=DIR}; reading is not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 9)
public class GmeBenchmark {
  private final List<ClearingProblem> hours = new ArrayList<>();
  private final List<AuctionProblem> days = new ArrayList<>();

  /**
   * @throws IOException if the folder cannot be read
   */
  @Setup
  public void read() throws IOException {
    Path folder =
        Path.of(System.getProperty("optibid.benchmark.gme", "../shared/data/italy-gme-2025-04"));
    for (boolean withBlocks : new boolean[] {false, true}) {
      GmeBook book = book(folder, withBlocks);
      for (var date : book.days()) {
        GmeDay day = book.day(date);
        if (withBlocks) {
          days.add(day.auction(Boundary.EXCHANGES));
        } else {
          for (int hour = 1; hour <= day.day().blockCount(); hour++) {
            hours.add(day.problem(hour, Boundary.EXCHANGES));
          }
        }
      }
    }
  }

  private static GmeBook book(Path folder, boolean withBlocks) throws IOException {
    RulePack pack = pack();
    GmeBook book = new GmeBook(pack, any -> true);
    GmeDayReader reader = new GmeDayReader(pack, ReadLimits.DEFAULT);
    for (GmeFileKind kind : GmeFileKind.values()) {
      boolean other =
          withBlocks ? kind == GmeFileKind.BID_CURVES : kind == GmeFileKind.SIMPLE_BID_CURVES;
      if (!other) {
        try (InputStream in = Files.newInputStream(folder.resolve(kind.baseName() + ".csv.gz"))) {
          reader.read(kind.baseName(), in, book);
        }
      }
    }
    return book;
  }

  private static RulePack pack() throws IOException {
    String name = "/optibid/rule-packs/gme-mgp.csv";
    try (InputStream csv =
        Objects.requireNonNull(GmeBenchmark.class.getResourceAsStream(name), name)) {
      return RulePack.read(name, csv);
    }
  }

  /** 240 hours, block decisions as published. */
  @Benchmark
  public void tenDaysWithPublishedBlocks(Blackhole sink) {
    hours.forEach(hour -> sink.consume(Clearing.clear(hour)));
  }

  /** Ten days, 396 blocks left to the engine. */
  @Benchmark
  public void tenDaysWithBlocks(Blackhole sink) {
    days.forEach(day -> sink.consume(Auction.clear(day, WorkBudget.DEFAULT)));
  }
}
