package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportedFile;
import energy.optibid.imports.Imports;
import energy.optibid.market.ClearingInput;
import energy.optibid.shared.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealGmeImportIT {
  private static final List<String> KINDS =
      List.of(
          "bid-curves",
          "internal-transfer-capacities",
          "published-exchanges",
          "published-prices",
          "transfer-capacities",
          "published-flows");

  @TempDir Path home;

  @Test
  void oneRealDayIsTakenFromFilesOfTen() {
    ImportBench bench = new ImportBench(home);
    Import received = bench.receiveFiles(Imports.GME, LocalDate.of(2025, 4, 2), files());
    Import done = bench.worked(received);
    assertEquals(ImportState.PUBLISHED, done.state());
    ClearingInput input = bench.book(bench.caller, done, LocalDate.of(2025, 4, 2));
    assertEquals(24, input.blocks().size());
    assertEquals(14, input.blocks().get(0).orders().size());
    assertTrue(
        Clearing.clear(input.blocks().get(11).problem(List.of())).zone("NORD").price() != null);
  }

  @Test
  void tenRealDaysAreTakenWithTheirFloatArtefactsCounted() throws IOException {
    ImportBench bench = new ImportBench(home);
    long rawNanos = rawCopy(bench);
    long began = System.nanoTime();
    Import received = bench.receiveFiles(Imports.GME, null, files());
    bench.work(received);
    long nanos = System.nanoTime() - began;
    Import done = bench.find(bench.caller, received.id());
    assertEquals(ImportState.PUBLISHED, done.state());
    assertEquals(10, done.auctionIds().size());
    ImportedFile curves = done.files().get(0);
    assertEquals(180_285, curves.rows());
    assertEquals(5_886, curves.normalised());
    long rows = done.files().stream().mapToLong(ImportedFile::rows).sum();
    System.out.printf(
        "import of ten days: %d rows in %.2f s = %,.0f rows/s;"
            + " raw COPY of the %d rows of the books in %.2f s = %,.0f rows/s%n",
        rows,
        nanos / 1e9,
        rows / (nanos / 1e9),
        curves.rows(),
        rawNanos / 1e9,
        curves.rows() / (rawNanos / 1e9));
  }

  /** The same rows of the books as bare COPY into a table without index or policy. */
  private static long rawCopy(ImportBench bench) throws IOException {
    UUID run = UUID.randomUUID();
    String table = "raw_" + run.toString().replace("-", "");
    bench.server.execute(
        "create table "
            + table
            + " (starts_at timestamptz, delivery_day date, period int,"
            + " zone text, side text, price numeric, quantity numeric);"
            + "grant insert on "
            + table
            + " to optibid_app");
    String rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(files().get(0))),
                StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
    }
    long began = System.nanoTime();
    bench.transactions.callAs(
        bench.caller,
        () ->
            bench.transactions.withConnection(
                connection ->
                    Sql.copy(connection, "copy " + table + " from stdin (format csv)", rows)));
    long nanos = System.nanoTime() - began;
    bench.server.execute("drop table " + table);
    return nanos;
  }

  private static List<Path> files() {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path folder = Path.of(given).toAbsolutePath().normalize().resolve("italy-gme-2025-04");
    assumeTrue(Files.isDirectory(folder), () -> "real data not found at " + folder);
    return KINDS.stream().map(kind -> folder.resolve(kind + ".csv.gz")).toList();
  }
}
