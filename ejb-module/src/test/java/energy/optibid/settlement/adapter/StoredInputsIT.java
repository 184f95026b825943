package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.BLOCKS;
import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.settlement.MeterReadingFiles;
import energy.optibid.settlement.MeterReadingFiles.Imported;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.StoredGridDay;
import energy.optibid.settlement.StoredReadings;
import energy.optibid.settlement.StoredSchedule;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is stored of settlement's inputs, and by whom, on a real PostgreSQL. */
final class StoredInputsIT {
  private final SettlementBench bench = new SettlementBench();

  @Test
  void schedules_areListedByTheirLatestRevision_newestDayFirst() {
    bench.month.write();
    UUID plant = bench.month.plants().get(0).id();
    UUID other = bench.month.plants().get(1).id();
    schedule("RLDC", plant, FIRST);
    schedule("RLDC, revised", plant, FIRST);
    schedule("RLDC", other, FIRST);
    schedule("RLDC", plant, FIRST.plusDays(1));
    List<StoredSchedule> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<StoredSchedule> page = bench.asOwner(() -> bench.inputs.storedSchedules(null, from, 1));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertEquals(3, all.size());
    assertEquals(FIRST.plusDays(1), all.get(0).day());
    StoredSchedule revised =
        all.stream()
            .filter(s -> s.assetId().equals(plant) && s.day().equals(FIRST))
            .findFirst()
            .orElseThrow();
    assertEquals(2, revised.revision());
    assertEquals("RLDC, revised", revised.source());
    assertEquals(bench.owner.userId(), revised.recordedBy());
    assertEquals("Test user", revised.recordedByName());
    assertEquals(
        List.of(),
        bench.as(bench.rival, () -> bench.inputs.storedSchedules(null, null, 9)).items());
  }

  @Test
  void gridDays_sayWhoImportedThem() {
    bench.importGrid();
    bench.importGrid();
    Page<StoredGridDay> first = bench.asOwner(() -> bench.inputs.storedGrid(null, null, 20));
    Page<StoredGridDay> rest =
        bench.asOwner(() -> bench.inputs.storedGrid(null, first.nextCursor(), 20));
    assertEquals(20, first.items().size());
    assertEquals(10, rest.items().size());
    StoredGridDay newest = first.items().get(0);
    assertEquals(SettledMonth.LAST, newest.day());
    assertEquals(2, newest.revision());
    assertEquals(bench.owner.userId(), newest.recordedBy());
    assertEquals("Test user", newest.recordedByName());
    assertEquals(
        List.of(), bench.as(bench.rival, () -> bench.inputs.storedGrid(null, null, 9)).items());
  }

  @Test
  void aFileOfReadings_isTakenWhole_andListedByDayAndAsset() {
    bench.month.write();
    UUID plant = bench.month.plants().get(0).id();
    UUID other = bench.month.plants().get(1).id();
    long before = readings().size();
    LocalDate day = FIRST.minusMonths(3);
    String lines = reading(plant, day, 1) + reading(plant, day, 2) + reading(other, day, 96);
    assertEquals(
        new Imported(3, 0), bench.asOwner(() -> bench.meters.importReadings(header(lines))));
    String again = reading(plant, day, 2) + reading(plant, day.minusDays(40), 1);
    assertEquals(
        new Imported(2, 1), bench.asOwner(() -> bench.meters.importReadings(header(again))));

    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                bench.asOwner(
                    () ->
                        bench.meters.importReadings(
                            header(
                                reading(other, day, 1)
                                    + reading(plant, LocalDate.of(2099, 1, 1), 1)))));
    assertEquals(
        List.of("/lines/3/block future"),
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());

    List<StoredReadings> all = readings();
    assertEquals(before + 3, all.size(), "nothing of a refused file");
    List<StoredReadings> older = all.stream().filter(stored -> !stored.day().isAfter(day)).toList();
    assertEquals(
        List.of(day, day, day.minusDays(40)),
        older.stream().map(StoredReadings::day).toList(),
        "newest first, also across months without any");
    StoredReadings twice =
        older.stream().filter(stored -> stored.assetId().equals(plant)).findFirst().orElseThrow();
    assertEquals(2, twice.blocks());
    assertEquals(2, twice.estimated());
    assertEquals(2, twice.revision());
    assertEquals(
        List.of(), bench.as(bench.rival, () -> bench.meters.stored(null, null, 9)).items());
  }

  /** All of them, a page of 40 at a time. */
  private List<StoredReadings> readings() {
    List<StoredReadings> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<StoredReadings> page = bench.asOwner(() -> bench.meters.stored(null, from, 40));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private static String header(String lines) {
    return MeterReadingFiles.HEADER + "\n" + lines;
  }

  private static String reading(UUID asset, LocalDate day, int block) {
    return "%s,%s,%d,1.5,estimated\n".formatted(asset, day, block);
  }

  @Test
  void aForeignExchange_isNotFound_andAForeignCursorIsNoneOfOurs() {
    assertRefused(
        ProblemCode.NOT_FOUND, () -> bench.inputs.storedSchedules(UUID.randomUUID(), null, 9));
    assertRefused(ProblemCode.NOT_FOUND, () -> bench.inputs.storedGrid(UUID.randomUUID(), null, 9));
    assertRefused(ProblemCode.NOT_FOUND, () -> bench.meters.stored(UUID.randomUUID(), null, 9));
    assertRefused(
        ProblemCode.MALFORMED_REQUEST, () -> bench.meters.stored(null, "2026-09-01~plant", 9));
    for (String cursor : List.of("yesterday~1", "2026-09-01", "2026-09-01~plant")) {
      assertRefused(
          ProblemCode.MALFORMED_REQUEST, () -> bench.inputs.storedSchedules(null, cursor, 9));
    }
    assertRefused(
        ProblemCode.MALFORMED_REQUEST, () -> bench.inputs.storedGrid(null, "yesterday", 9));
  }

  private void assertRefused(ProblemCode code, Supplier<Page<?>> asked) {
    ProblemException refused = assertThrows(ProblemException.class, () -> bench.asOwner(asked));
    assertEquals(code, refused.code());
  }

  private void schedule(String source, UUID plant, LocalDate day) {
    StringBuilder csv = new StringBuilder(SettlementInputs.SCHEDULE_HEADER + "\n");
    for (int block = 1; block <= BLOCKS; block++) {
      csv.append("%s,%s,%d,12\n".formatted(plant, day, block));
    }
    bench.asOwner(() -> bench.inputs.importSchedules(null, source, csv.toString()));
  }
}
