package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of schedules and of grid data. */
class SettlementFilesTest {
  private static final UUID ASSET = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String SCHEDULES = "asset_id,day,block,injection_mw\n";
  private static final String GRID =
      "day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge\n";

  @Test
  void aWholeDayIsTaken_inAnyOrder() {
    List<ScheduleFile.Day> days = read(schedule(4, 3, 2, 1));
    assertEquals(1, days.size());
    assertEquals(
        List.of("1.5", "2.5", "3.5", "4.5"),
        days.get(0).injectionMw().stream().map(BigDecimal::toPlainString).toList());
  }

  @Test
  void everyFaultOfASchedule() {
    String foreign = UUID.randomUUID().toString();
    assertEquals(
        List.of(
            "/lines/2/block incomplete",
            "/lines/3/block duplicate",
            "/lines/4/block block",
            "/lines/5/injection_mw decimals",
            "/lines/6/asset_id not_found",
            "/lines/7/day unknown_day",
            "/lines/8/injection_mw number"),
        faults(
            () ->
                read(
                    SCHEDULES
                        + row(1, "1")
                        + row(1, "1")
                        + row(5, "1")
                        + row(2, "1.2345")
                        + foreign
                        + ",2026-10-01,1,1\n"
                        + ASSET
                        + ",2020-01-01,1,1\n"
                        + row(3, "much"))));
  }

  @Test
  void anEmptyFileAndAnotherHeaderAreRefused() {
    assertEquals(List.of("/lines required"), faults(() -> read("")));
    assertEquals(List.of("/lines/1 header"), faults(() -> read("a,b\n")));
  }

  @Test
  void gridFiguresMayBeMissing_butNotImplausible() {
    GridFile.Day day =
        GridFile.read(
                GRID
                    + "2026-10-01,1,50.01,3000,3100,900\n2026-10-01,2,,,,\n"
                    + "2026-10-01,3,49.9,1,,\n2026-10-01,4,49.9,1,,\n",
                date -> 4)
            .get(0);
    assertEquals(new BigDecimal("50.01"), day.blocks().get(0).frequencyHz());
    assertNull(day.blocks().get(1).dayAheadPrice());
    assertEquals(
        List.of("/lines/2/frequency_hz implausible"),
        faults(() -> GridFile.read(GRID + "2026-10-01,1,5001,1,1,1\n", date -> 1)));
  }

  private static List<String> faults(Runnable reading) {
    return assertThrows(ProblemException.class, reading::run).faults().stream()
        .sorted((a, b) -> a.field().compareTo(b.field()))
        .map(SettlementFilesTest::text)
        .toList();
  }

  private static String text(Fault fault) {
    return fault.field() + " " + fault.code();
  }

  private static List<ScheduleFile.Day> read(String csv) {
    return ScheduleFile.read(
        csv, (asset, day) -> !asset.equals(ASSET) ? -1 : day.equals(DAY) ? 4 : 0);
  }

  private static String schedule(int... blocks) {
    return SCHEDULES
        + IntStream.of(blocks)
            .mapToObj(block -> row(block, block + ".5"))
            .collect(Collectors.joining());
  }

  private static String row(int block, String power) {
    return ASSET + ",2026-10-01," + block + "," + power + "\n";
  }
}
