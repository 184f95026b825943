package energy.optibid.exports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.exports.domain.Column;
import energy.optibid.exports.domain.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {
  @Test
  void prices_areExactAndSayTheirTimeTwice() {
    List<String> lines = lines(SampleRun.of("2025-06-02").prices());
    assertEquals(1 + 2 * 96, lines.size());
    assertEquals(
        "market,delivery_day,block,starts_at_utc,starts_at_local,minutes,area,price_per_mwh,"
            + "price_low_per_mwh,price_high_per_mwh,currency,supply_mwh,demand_mwh,net_position_mwh",
        lines.get(0));
    assertEquals(
        "gme-mgp,2025-06-02,1,2025-06-01T22:00:00Z,2025-06-02T00:00:00+02:00,15,NORD,-1.0001,"
            + "-1.0001,-1.0001,EUR,0.00025,0,0.00025",
        lines.get(1));
  }

  /**
   * The hour that comes twice is told apart by its offset; the one that is not there is missing.
   */
  @ParameterizedTest
  @CsvSource({
    "2025-10-26, 100, 9, 2025-10-26T02:00:00+02:00, 13, 2025-10-26T02:00:00+01:00",
    "2025-03-30, 92, 8, 2025-03-30T01:45:00+01:00, 9, 2025-03-30T03:00:00+02:00"
  })
  void clockChanges(
      String day, int blocks, int before, String beforeStart, int after, String afterStart) {
    List<String> lines = lines(SampleRun.of(day).prices());
    assertEquals(1 + 2 * blocks, lines.size());
    assertTrue(lines.get(before).contains("," + beforeStart + ","), lines.get(before));
    assertTrue(lines.get(after).contains("," + afterStart + ","), lines.get(after));
  }

  @Test
  void aNameThatIsAFormula_isText() {
    String line = lines(SampleRun.of("2025-06-02").awards()).get(1);
    assertTrue(
        line.contains(
            ",SUD,\"'=HYPERLINK(\"\"http://evil\"\";\"\"Wind, \"\"\"\"north\"\"\"\"\"\")\","),
        line);
    assertTrue(
        line.endsWith(",sell,10.25,3.125,71.9000,224.69,EUR,at_the_money,final,simulated,1,"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "\u00a0", ""})
  void everyBeginningOfAFormula_isGuarded(String name) {
    Table table =
        new Table("names", List.of(Column.text("name")), Stream.<Object[]>of(new Object[] {name}));
    String text = new String(SampleRun.write(new CsvTables(), table), StandardCharsets.UTF_8);
    String cell = text.substring("name\r\n".length()).replace("\"", "");
    boolean formula = !name.isEmpty() && !name.equals("\u00a0");
    assertEquals(formula, cell.startsWith("'"), cell);
  }

  private static List<String> lines(Table table) {
    return List.of(
        new String(SampleRun.write(new CsvTables(), table), StandardCharsets.UTF_8).split("\r\n"));
  }
}
