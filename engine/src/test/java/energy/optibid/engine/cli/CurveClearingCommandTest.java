package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveClearingCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theRealHourOfIberia_isClearedTwice() throws IOException {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path file =
        Path.of(given)
            .toAbsolutePath()
            .normalize()
            .resolve("omie/OfferAndDemandCurve_1_20090102.TXT");
    assumeTrue(Files.isRegularFile(file), () -> "real data not found: " + file);
    Path csv = folder.resolve("omie.csv");
    String said =
        OptibidEngineTest.run(
            0, "clear", "--format", "omie", "--input", file.toString(), "--out", csv.toString());
    assertTrue(said.contains("verifier: 2 of 2 curves without a violation"), said);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(CurveReport.HEADER, lines.get(0));
    assertTrue(lines.get(1).startsWith("2009-01-02,1,offered,MI,49.9400,"), lines.get(1));
    assertEquals(
        "2009-01-02,1,matched,MI,53.6900,53.6900,80.0000,25312.100,25312.100", lines.get(2));
  }

  @Test
  void curvesOfIndia_areClearedAndMarkedUnverified() throws IOException {
    Path file = folder.resolve("curves.csv");
    Files.writeString(file, curves());
    Path csv = folder.resolve("iex.csv");
    String said =
        OptibidEngineTest.run(
            0,
            "clear",
            "--format",
            "iex-curves",
            "--input",
            folder.toString(),
            "--days",
            "2023-12-27",
            "--out",
            csv.toString());
    assertTrue(said.startsWith("unverified: "), said);
    assertTrue(said.contains("verifier: 96 of 96 curves without a violation"), said);
    assertEquals(
        "2023-12-27,1,iex-dam,ALL,6250.0000,6250.0000,6250.0000,17500.000,17500.000",
        Files.readAllLines(csv).get(1));
  }

  @Test
  void whatIsRefused_isNamedLineByLine() throws IOException {
    Path file = folder.resolve("curves.csv");
    Files.writeString(file, curves().replace(",96,0,30000,", ",96,0,much,"));
    StringWriter err = new StringWriter();
    int code =
        OptibidEngine.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "clear",
            "--format",
            "iex-curves",
            "--input",
            file.toString(),
            "--out",
            folder.resolve("x.csv").toString());
    assertEquals(OptibidEngine.INPUT_REFUSED, code);
    assertTrue(err.toString().startsWith("curves.csv:192 purchase_mw: "), err.toString());
    assertTrue(!Files.exists(folder.resolve("x.csv")));
  }

  private static String curves() {
    return IntStream.rangeClosed(1, 96)
        .mapToObj(
            n ->
                "iex-dam,2023-12-27,%d,0,30000,5000%niex-dam,2023-12-27,%d,10000,10000,25000%n"
                    .formatted(n, n))
        .collect(
            Collectors.joining("", "market,date,block,price_rs_mwh,purchase_mw,sell_mw\n", ""));
  }
}
