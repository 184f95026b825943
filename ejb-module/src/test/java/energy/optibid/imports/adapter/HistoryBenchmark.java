package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.market.history.sample.SampleHistory;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.Imports;
import energy.optibid.shared.Caller;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Price history through the whole pipeline (upload, reading, checking, staging, publishing) beside
 * a raw COPY of the same rows into a plain table of the same columns and indexes, in turns in one
 * run:
 *
 * <pre>{@code
 * mvn -pl ejb-module -am test -Pbenchmark -Dtest=HistoryBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * {@code -Dbenchmark.years=5} and {@code -Dbenchmark.rounds=3} are the defaults.
 */
@Tag("benchmark")
class HistoryBenchmark {
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 7, 1);

  @TempDir Path home;

  @Test
  void historyBesideRawCopy() throws IOException, SQLException {
    int years = Integer.getInteger("benchmark.years", 5);
    int rounds = Integer.getInteger("benchmark.rounds", 3);
    Path file = home.resolve("history.csv.gz");
    long rows = generate(file, FIRST_DAY.plusYears(years).minusDays(1));
    List<Double> raw = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      ImportBench bench = new ImportBench(home);
      Path copy = home.resolve("copy.txt");
      writeCopyText(file, copy, bench.caller);
      raw.add(rawCopy(bench, copy, rows, true));
      bare.add(rawCopy(bench, copy, rows, false));
      Files.delete(copy);
      ours.add(throughThePipeline(bench, file, rows));
      System.out.printf(
          "round %d: %,d rows; raw COPY %.2f s, without indexes %.2f s; pipeline %.2f s%n",
          round, rows, raw.get(round - 1), bare.get(round - 1), ours.get(round - 1));
    }
    System.out.printf(
        "median: raw COPY %,.0f rows/s, without indexes %,.0f rows/s; pipeline %,.0f rows/s"
            + " = %.0f %% and %.0f %%%n",
        rows / median(raw),
        rows / median(bare),
        rows / median(ours),
        100 * median(raw) / median(ours),
        100 * median(bare) / median(ours));
  }

  private static double median(List<Double> seconds) {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static long generate(Path file, LocalDate lastDay) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
            1 << 16)) {
      return new SampleHistory(ImportBench.rules().pack("iex-dam"), 1)
          .write(FIRST_DAY, lastDay, out);
    }
  }

  private static double throughThePipeline(ImportBench bench, Path file, long rows) {
    long began = System.nanoTime();
    Import received = bench.receiveFiles(Imports.PRICE_HISTORY, null, List.of(file));
    bench.work(received);
    double seconds = (System.nanoTime() - began) / 1e9;
    Import done = bench.find(bench.caller, received.id());
    assertEquals(ImportState.PUBLISHED, done.state());
    assertEquals(rows, done.summary().markets().get(0).prices());
    return seconds;
  }

  /** The rows as they lie in the price table, in COPY's text form, ready on disk. */
  private static void writeCopyText(Path file, Path copy, Caller caller) throws IOException {
    try (BufferedReader in =
            new BufferedReader(
                new java.io.InputStreamReader(
                    new java.util.zip.GZIPInputStream(Files.newInputStream(file), 1 << 16),
                    StandardCharsets.UTF_8));
        Writer out = Files.newBufferedWriter(copy)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        out.append(caller.organization().toString()).append("\t\\N\t").append(cells[0]);
        out.append('\t').append(cells[1]).append('\t').append(cells[2]).append('\t');
        out.append(cells[3]).append("\tpublished\t\\N\t").append(cells[4]).append("\tINR\n");
      }
    }
  }

  private static double rawCopy(ImportBench bench, Path copy, long rows, boolean indexes)
      throws SQLException, IOException {
    bench.server.execute(
        "create table raw_price (like price including "
            + (indexes ? "all" : "defaults")
            + "); grant insert on raw_price to optibid_app");
    double seconds;
    try (Connection connection = bench.server.application().getConnection();
        Reader text = Files.newBufferedReader(copy)) {
      connection.setAutoCommit(false);
      long began = System.nanoTime();
      long written =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy raw_price (organization_id, auction_id, market_code, area, starts_at,"
                      + " duration_minutes, source, run_id, price, currency) from stdin",
                  text);
      connection.commit();
      seconds = (System.nanoTime() - began) / 1e9;
      assertEquals(rows, written);
    }
    bench.server.execute("drop table raw_price; checkpoint");
    return seconds;
  }
}
