package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.market.gme.sample.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptibidEngineTest {
  private static final Map<String, byte[]> SAMPLE =
      SampleFiles.generate(RealGmeDays.pack(), LocalDate.of(2025, 6, 2), 20250602);

  @TempDir private Path folder = Path.of("");
  private Path input = Path.of("");
  private Path csv = Path.of("");

  /** What a run printed and answered. */
  private record Run(int code, String out, String err) {
    List<String> errLines() {
      return err.lines().toList();
    }
  }

  @BeforeEach
  void writeSample() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    csv = folder.resolve("prices.csv");
    for (Map.Entry<String, byte[]> file : SAMPLE.entrySet()) {
      Files.write(input.resolve(file.getKey()), file.getValue());
    }
  }

  static String run(int expected, String... args) {
    Run run = runAll(args);
    assertEquals(expected, run.code(), run.err());
    return run.out();
  }

  private static Run runAll(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = OptibidEngine.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(code, out.toString(), err.toString());
  }

  private Run clear(String... more) {
    List<String> args =
        new ArrayList<>(List.of("clear", "--format", "gme", "--input", input.toString()));
    args.addAll(List.of("--out", csv.toString()));
    args.addAll(List.of(more));
    return runAll(args.toArray(String[]::new));
  }

  /** Replaces a gzipped file of the sample by an edited plain one. */
  private void edit(String name, UnaryOperator<String> change) throws IOException {
    byte[] zipped = Files.readAllBytes(input.resolve(name + ".csv.gz"));
    Files.delete(input.resolve(name + ".csv.gz"));
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes(),
            StandardCharsets.UTF_8);
    Files.writeString(input.resolve(name + ".csv"), change.apply(text));
  }

  private static String withoutZones(String prices) {
    StringBuilder kept = new StringBuilder();
    prices
        .lines()
        .filter(line -> !line.matches(".*,(NORD|CNOR|CSUD|SUD|CALA|SICI|SARD|PUN),.*"))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }

  @Test
  void sampleClearsVerifiedAndMatchesItsPublishedPrices() throws IOException {
    Run run = clear();
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("168 of 168 zonal prices within 0.005"), run.out());
    assertTrue(run.out().contains("verifier: 24 of 24 periods without a violation"), run.out());
    assertFalse(run.out().contains("anchored"), run.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("delivery_day,period,zone,price_eur_per_mwh,price_low,price_high", lines.get(0));
    assertEquals(169, lines.size());
    assertTrue(lines.get(1).startsWith("2025-06-02,1,CALA,"), lines.get(1));
  }

  @Test
  void borderPricesAreCalledAnchored() {
    Run run = clear("--boundary", "prices");
    assertTrue(run.out().contains("anchored: 168 of 168"), run.out());
  }

  @Test
  void publishedPricesOfTheZonesDoNotTouchTheAnswer() throws IOException {
    for (String boundary : List.of("prices", "exchanges")) {
      assertEquals(0, clear("--boundary", boundary).code());
      byte[] with = Files.readAllBytes(csv);
      edit("published-prices", OptibidEngineTest::withoutZones);
      Run without = clear("--boundary", boundary);
      assertEquals(0, without.code(), without.err());
      assertTrue(without.out().contains("no published prices of these zones"), without.out());
      assertEquals(-1L, Files.mismatch(csv, write("with.csv", with)));
      writeAgain("published-prices");
    }
    assertEquals(0, clear().code());
    byte[] with = Files.readAllBytes(csv);
    Files.delete(input.resolve("published-prices.csv.gz"));
    assertEquals(0, clear().code());
    assertEquals(-1L, Files.mismatch(csv, write("with.csv", with)));
    Run anchored = clear("--boundary", "prices");
    assertEquals(3, anchored.code());
    assertTrue(anchored.err().contains("published-prices.csv"), anchored.err());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private void writeAgain(String name) throws IOException {
    Files.delete(input.resolve(name + ".csv"));
    Files.write(
        input.resolve(name + ".csv.gz"), SAMPLE.getOrDefault(name + ".csv.gz", new byte[0]));
  }

  @Test
  void orderOfRowsDoesNotTouchTheAnswer() throws IOException {
    assertEquals(0, clear().code());
    byte[] inOrder = Files.readAllBytes(csv);
    edit(
        "bid-curves",
        text -> {
          List<String> lines = new ArrayList<>(text.lines().toList());
          Collections.reverse(lines.subList(1, lines.size()));
          return String.join("\n", lines);
        });
    assertEquals(0, clear().code());
    assertEquals(-1L, Files.mismatch(csv, write("in-order.csv", inOrder)));
  }

  @Test
  void blocksLeftToTheEngineAreDecidedAndCompared() throws IOException {
    Files.move(
        input.resolve("bid-curves.csv.gz"),
        input.resolve("simple-bid-curves.csv.gz"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.delete(input.resolve("block-orders.csv.gz"));
    Files.writeString(
        input.resolve("block-orders.csv"),
        """
        timestamp,delivery_day,block_id,period,zone,side,quantity_mwh,price_eur_per_mwh,published_status
        2025-06-02T08:00:00+02:00,2025-06-02,CHEAP,9,NORD,supply,10.0,-400.0,ACC
        2025-06-02T09:00:00+02:00,2025-06-02,CHEAP,10,NORD,supply,12.5,-400.0,ACC
        2025-06-02T08:00:00+02:00,2025-06-02,DEAR,9,NORD,supply,10.0,2900.0,PREJ
        """);
    Path decisions = folder.resolve("blocks.csv");
    Run run = clear("--blocks", "solve", "--orders-out", decisions.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(
        List.of(
            "delivery_day,block_id,decision,accepted_ratio",
            "2025-06-02,CHEAP,ACC,1.000000",
            "2025-06-02,DEAR,REJ,0.000000"),
        Files.readAllLines(decisions));
    assertTrue(
        run.out()
            .contains(
                "blocks: 2 of 2 accepted or not as published, 1 with the same label;"
                    + " 0 of 1 paradoxical rejections"),
        run.out());
    assertTrue(run.out().contains("verifier: 24 of 24 periods without a violation"), run.out());
  }

  @Test
  void theSampleDaysBlocksAreDecidedAsItSays() {
    Run run = clear("--blocks", "solve");
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                "blocks: 15 of 15 accepted or not as published, 15 with the same label;"
                    + " 1 of 1 paradoxical rejections"),
        run.out());
    assertTrue(run.out().contains("168 of 168 zonal prices within 0.005"), run.out());
  }

  @Test
  void decisionsAboutBlocksNeedBlocks() {
    Run run = clear("--orders-out", folder.resolve("blocks.csv").toString());
    assertEquals(2, run.code());
    assertEquals(
        List.of("--orders-out needs --blocks solve: nothing else is decided"), run.errLines());
    Run yesterday = clear("--boundary", "yesterday");
    assertEquals(2, yesterday.code());
    assertFalse(Files.exists(csv));
  }

  @Test
  void faultsOfAFileAreNamedByLineAndNothingIsWritten() throws IOException {
    edit("bid-curves", text -> text.replaceFirst(",supply,-500.0,", ",supply,-500.001,"));
    Run run = clear();
    assertEquals(3, run.code());
    assertTrue(
        run.errLines().get(0).matches("bid-curves.csv:\\d+ price_eur_per_mwh: the price is .*"),
        run.err());
    assertEquals("bid-curves.csv is refused: 1 faults", run.errLines().get(1));
    assertFalse(Files.exists(csv));
  }

  @Test
  void gapsAreNamed() throws IOException {
    edit(
        "internal-transfer-capacities",
        text -> text.replaceFirst("(?m)^.*,2025-06-02,5,CALA,SICI,.*\n", ""));
    Run run = clear();
    assertEquals(3, run.code());
    assertEquals(List.of("2025-06-02: no capacity of link CALA_SICI in period 5"), run.errLines());
    Run otherDay = clear("--days", "2025-06-03");
    assertEquals(3, otherDay.code());
    assertTrue(otherDay.err().contains("2025-06-03: no rows at all"), otherDay.err());
  }

  @Test
  void wrongUseIsOneSentenceAndExitCodeTwo() {
    assertEquals(2, runAll().code());
    for (String[] args :
        List.of(
            new String[] {"clear", "--format", "gme"},
            new String[] {"clear", "--format", "xml", "--input", ".", "--out", "x"},
            new String[] {
              "clear", "--format", "gme", "--input", ".", "--out", "x", "--days", "May"
            },
            new String[] {"clear", "--surprise"},
            new String[] {"surprise"})) {
      Run run = runAll(args);
      assertEquals(2, run.code(), String.join(" ", args));
      assertEquals(1, run.errLines().size(), run.err());
    }
  }

  @Test
  void filesThatAreNotThereAreNamed() throws IOException {
    Run noFolder =
        runAll("clear", "--format", "gme", "--input", folder + "/no", "--out", csv.toString());
    assertEquals(3, noFolder.code());
    assertEquals(List.of(folder + "/no is no folder"), noFolder.errLines());
    Files.copy(input.resolve("bid-curves.csv.gz"), input.resolve("bid-curves.csv"));
    assertEquals(3, clear().code());
    Files.delete(input.resolve("bid-curves.csv"));
    csv = folder.resolve("no/such/folder.csv");
    assertEquals(4, clear().code());
    Files.delete(input.resolve("bid-curves.csv.gz"));
    Run noBooks = clear();
    assertEquals(3, noBooks.code());
    assertTrue(noBooks.err().startsWith("there is no bid-curves.csv or .csv.gz in "));
  }

  @Test
  void generatedSampleIsWritten() {
    Path out = folder.resolve("sample");
    run(0, "generate-sample", "--day", "2025-06-02", "--seed", "20250602", "--out", out.toString());
    SAMPLE.forEach(
        (name, bytes) -> {
          try {
            assertEquals(-1L, Files.mismatch(out.resolve(name), write(name, bytes)), name);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    run(0, "--help");
    run(0, "clear", "--help");
  }
}
