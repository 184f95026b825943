package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.market.gme.sample.SampleFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final Map<String, byte[]> SAMPLE =
      SampleFiles.generate(RealGmeDays.pack(), LocalDate.of(2025, 6, 2), 20250602);
  private static final String SALE = "zone=NORD,side=sell,period=20,price=0,quantity=500";

  @TempDir private Path folder = Path.of("");
  private Path input = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void writeSample() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    for (Map.Entry<String, byte[]> file : SAMPLE.entrySet()) {
      Files.write(input.resolve(file.getKey()), file.getValue());
    }
  }

  private Run replay(String... more) {
    List<String> args =
        new ArrayList<>(List.of("replay", "--format", "gme", "--input", input.toString()));
    args.addAll(List.of("--day", "2025-06-02"));
    args.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        OptibidEngine.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void replay_writesPricesBeforeAfterAndWithout() throws IOException {
    Path csv = folder.resolve("replay.csv");
    Run run = replay("--change", SALE, "--out", csv.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("revenue of the changed orders: before 0.00 EUR"), run.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(ReplayFile.PRICES, lines.get(0));
    assertEquals(1 + 24 * 7, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      BigDecimal change = new BigDecimal(cells[6]);
      assertEquals(
          0, new BigDecimal(cells[4]).subtract(new BigDecimal(cells[3])).compareTo(change));
      // the order was not there before
      assertEquals(cells[3], cells[5]);
      assertTrue(cells[1].equals("20") ? change.signum() <= 0 : change.signum() == 0, line);
    }
  }

  @Test
  void sweep_writesAPointForEachValue() throws IOException {
    Path csv = folder.resolve("sweep.csv");
    Run run =
        replay("--change", SALE, "--sweep", "quantity=0..500/250", "--sweep-out", csv.toString());
    assertEquals(0, run.code(), run.err());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(ReplayFile.POINTS, lines.get(0));
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).startsWith("0.000,0.000000000,0.00,"), lines.get(1));
    assertTrue(lines.get(3).startsWith("500.000,500.000000000,"), lines.get(3));
  }

  @Test
  void stepsOfOneZoneAndSide_areOneOrder() {
    Run run =
        replay(
            "--change",
            "zone=SUD,side=buy,period=1..2,price=4000,quantity=10",
            "--change",
            "zone=SUD,side=buy,period=2,price=3999,quantity=5",
            "--sweep",
            "quantity=15..15/1");
    assertEquals(0, run.code(), run.err());
    // 15 MW are bought in each of the two hours
    assertTrue(run.out().contains("at 15.000: sold -30 MWh"), run.out());
  }

  @Test
  void whatCannotBeRead_isWrongUse() {
    for (String change :
        List.of(
            "zone=NORD",
            "zone=NORD,side=both,price=1,quantity=1",
            "zone=NORD,side=sell,price=x,quantity=1",
            "zone=NORD,side=sell,price=1,quantity=-1",
            "zone=NORD,side=sell,period=3..2,price=1,quantity=1",
            "zone=NORD,zone=SUD,side=sell,price=1,quantity=1",
            "block=b,withdraw=perhaps")) {
      assertEquals(OptibidEngine.WRONG_USE, replay("--change", change).code(), change);
    }
    for (String sweep :
        List.of("quantity=0..5", "volume=0..5/1", "quantity=5..0/1", "price=0..1/0")) {
      assertEquals(
          OptibidEngine.WRONG_USE, replay("--change", SALE, "--sweep", sweep).code(), sweep);
    }
    assertEquals(OptibidEngine.WRONG_USE, replay("--change", SALE, "--sweep-out", "x.csv").code());
  }

  @Test
  void whatTheDayDoesNotHave_isRefused() {
    for (String change :
        List.of(
            "zone=NOWHERE,side=sell,price=1,quantity=1",
            "zone=NORD,side=sell,period=25,price=1,quantity=1",
            "block=nobody,withdraw=yes")) {
      Run run = replay("--change", change);
      assertEquals(OptibidEngine.INPUT_REFUSED, run.code(), change + run.err());
    }
  }
}
