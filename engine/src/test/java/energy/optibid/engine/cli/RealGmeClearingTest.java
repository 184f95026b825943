package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.gme.RealGmeDays;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten real days of April 2025 through the command line. */
class RealGmeClearingTest {
  @TempDir private Path folder = Path.of("");

  private String clear(Path input, String boundary, Path csv, String... more) {
    List<String> args =
        new ArrayList<>(List.of("clear", "--format", "gme", "--input", input.toString()));
    args.addAll(List.of("--boundary", boundary, "--out", csv.toString()));
    args.addAll(List.of(more));
    return OptibidEngineTest.run(0, args.toArray(String[]::new));
  }

  @Test
  void borderPricesAnchorEveryPrice() throws IOException {
    Path csv = folder.resolve("prices.csv");
    String out = clear(RealGmeDays.folder(), "prices", csv, "--days", "2025-04-01..2025-04-10");
    assertTrue(out.contains("anchored: 1680 of 1680 zonal prices within 0.005"), out);
    assertTrue(out.contains("verifier: 240 of 240 periods without a violation"), out);
    assertEquals(1681, Files.readAllLines(csv).size());
  }

  @Test
  void borderExchangesKeepEveryPublishedPriceInTheInterval() {
    String out = clear(RealGmeDays.folder(), "exchanges", folder.resolve("prices.csv"));
    assertTrue(out.contains("1347 of 1680 zonal prices within 0.005"), out);
    assertTrue(out.contains("inside the supporting interval in 1680"), out);
    assertTrue(out.contains("verifier: 240 of 240 periods without a violation"), out);
  }

  @Test
  void publishedPricesOfTheZonesDoNotTouchTheAnswer() throws IOException {
    Path real = RealGmeDays.folder();
    Path blind = Files.createDirectory(folder.resolve("blind"));
    for (String name :
        List.of(
            "bid-curves",
            "internal-transfer-capacities",
            "transfer-capacities",
            "published-exchanges")) {
      Files.copy(real.resolve(name + ".csv.gz"), blind.resolve(name + ".csv.gz"));
    }
    String[] day = {"--days", "2025-04-02"};
    Path with = folder.resolve("with.csv");
    Path without = folder.resolve("without.csv");
    clear(real, "exchanges", with, day);
    clear(blind, "exchanges", without, day);
    assertEquals(-1L, Files.mismatch(with, without));
    Files.writeString(blind.resolve("published-prices.csv"), neighboursOnly(real));
    clear(real, "prices", with, day);
    clear(blind, "prices", without, day);
    assertEquals(-1L, Files.mismatch(with, without));
  }

  private static String neighboursOnly(Path real) throws IOException {
    try (BufferedReader prices =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(real.resolve("published-prices.csv.gz"))),
                StandardCharsets.UTF_8))) {
      return prices
          .lines()
          .filter(line -> !line.matches(".*,(NORD|CNOR|CSUD|SUD|CALA|SICI|SARD|PUN|NAT),.*"))
          .collect(Collectors.joining("\n"));
    }
  }
}
