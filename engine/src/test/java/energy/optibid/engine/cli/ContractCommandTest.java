package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  private Path trades() {
    return folder.resolve("trades.csv");
  }

  private Run contract(String contract, String day, String... lines) throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, ContractFile.HEADER + "\n" + String.join("\n", lines) + "\n");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        OptibidEngine.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "contract",
            "--contract=" + contract,
            "--day=" + day,
            "--orders=" + orders,
            "--out=" + trades());
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void aContingencyContractTradesContinuously() throws IOException {
    Run run =
        contract(
            "day_ahead_contingency",
            "2025-06-03",
            "enter,s1,sell,5200,20,,",
            "enter,s2,sell,5000,10,,until_gate_closure",
            "enter,s3,sell,5000,10,,",
            "cancel,s3,,,,,",
            "enter,b1,buy,5300,25.5,,",
            "enter,b2,buy,5100,4,,immediate_or_cancel");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        List.of(ContractCommand.TRADES, "b1,s2,5000.0000,10.000", "b1,s1,5200.0000,15.500"),
        Files.readAllLines(trades()));
    assertTrue(run.out().contains("s1 sell 4.500 MW at 5200.0000/MWh"), run.out());
  }

  @Test
  void aMonthIsBoughtInAReverseAuction() throws IOException {
    Run run =
        contract(
            "monthly",
            "2025-07-01",
            "enter,need,buy,5500,100,,",
            "enter,a,sell,4200,60,,",
            "enter,b,sell,4800,50,20,",
            "enter,c,sell,5600,50,,");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("100.000 MW of 100.000 MW at 4800.0000/MWh"), run.out());
    assertEquals(
        List.of(ContractCommand.TRADES, "need,a,4800.0000,60.000", "need,b,4800.0000,40.000"),
        Files.readAllLines(trades()));
  }

  @Test
  void everyFaultIsToldAtOnceWithItsField() throws IOException {
    Run run =
        contract(
            "intraday",
            "2025-06-03",
            "enter,s1,sell,10001,20,,",
            "enter,s1,hold,5000.5,0.05,1,never",
            "cancel,who,,1,,,",
            "take,s2",
            "amend,s3,sell,5000,1,,");
    assertEquals(OptibidEngine.INPUT_REFUSED, run.code());
    List<String> faults =
        run.err().lines().map(fault -> fault.substring(fault.indexOf(".csv:") + 5)).toList();
    assertEquals(
        List.of(
            "2 price: the price is outside 0 to 10000",
            "3 id: an order needs an id of its own",
            "3 side: the field is none of buy, sell",
            "3 price: the number is no multiple of 1",
            "3 quantity: the quantity is below 0.1",
            "3 minimum: continuous trading knows no minimum",
            "3 validity: the field is none of until_gate_closure, immediate_or_cancel, fill_or_kill",
            "4 id: no earlier line enters that order",
            "4 price: a cancellation names its order only",
            "5: the line has 2 fields, not 7",
            "6 action: the action is neither enter nor cancel"),
        faults);
    assertTrue(Files.notExists(trades()));
  }

  @Test
  void whatTheMarketDoesNotHaveIsRefused() throws IOException {
    assertRefused("there is no contract hourly", contract("hourly", "2025-06-03"));
    assertRefused("no weekly contract begins on 2025-06-03", contract("weekly", "2025-06-03"));
    Run run =
        contract("daily", "2025-06-03", "enter,s1,sell,5000,20,,fill_or_kill", "cancel,s1,,,,,");
    assertEquals(OptibidEngine.INPUT_REFUSED, run.code());
    assertTrue(run.err().contains("2 validity: orders of an auction all end with it"), run.err());
    assertTrue(run.err().contains("3 action: an auction clears what its file says"), run.err());
    Run alone = contract("daily", "2025-06-03", "enter,s1,sell,5000,20,21,");
    assertTrue(alone.err().contains("2 minimum: the minimum is above the quantity"), alone.err());
    Run noNeed = contract("daily", "2025-06-03", "enter,s1,sell,5000,20,,");
    assertEquals(OptibidEngine.INPUT_REFUSED, noNeed.code());
    assertTrue(noNeed.err().contains("a reverse auction has one buyer, this file has 0"));
  }

  private static void assertRefused(String reason, Run run) {
    assertEquals(OptibidEngine.WRONG_USE, run.code());
    assertEquals(reason, run.err().strip());
  }
}
