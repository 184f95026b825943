package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of schedules, of grid data and of meter readings. */
class SettlementFilesTest {
  private static final UUID ASSET = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String SCHEDULES = "asset_id,day,block,injection_mw\n";
  private static final String METERS = "asset_id,day,block,injection_mwh,quality\n";
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

  @Test
  void readingsAreTakenByAsset_ofSingleBlocks_inTheBlocksOfTheirDay() {
    List<MeterFile.OfAsset> all =
        meters(
            METERS + "%1$s,2026-10-01,3,-1.25,estimated\n%1$s,2026-10-01,96,2,\n".formatted(ASSET));
    assertEquals(1, all.size());
    assertEquals(ASSET, all.get(0).assetId());
    assertEquals(
        List.of(
            new MeterReadingInput(
                OffsetDateTime.parse("2026-09-30T19:00:00Z"),
                15,
                new BigDecimal("-1.25"),
                "estimated"),
            new MeterReadingInput(
                OffsetDateTime.parse("2026-10-01T18:15:00Z"), 15, new BigDecimal("2"), null)),
        all.get(0).batch().readings());
  }

  @Test
  void everyFaultOfReadings_alsoThoseTheMetersFind_standsAtItsLine() {
    assertEquals(
        List.of(
            "/lines/10/block future",
            "/lines/11/injection_mwh implausible",
            "/lines/12/quality unknown_value",
            "/lines/2/asset_id not_found",
            "/lines/3/day unknown_day",
            "/lines/4/block block",
            "/lines/6/block duplicate",
            "/lines/7/injection_mwh number",
            "/lines/8/asset_id id",
            "/lines/8/block number",
            "/lines/8/day day",
            "/lines/9 columns"),
        faults(
            () ->
                meters(
                    METERS
                        + UUID.randomUUID()
                        + ",2026-10-01,1,1,\n"
                        + "%1$s,2020-01-01,1,1,\n%1$s,2026-10-01,97,1,\n".formatted(ASSET)
                        + "%1$s,2026-10-01,1,1,\n%1$s,2026-10-01,1,1,\n".formatted(ASSET)
                        + "%1$s,2026-10-01,2,much,\nplant,tomorrow,first,1,\n".formatted(ASSET)
                        + "%1$s,2026-10-01\n%1$s,2026-10-01,90,1,\n".formatted(ASSET)
                        + "%1$s,2026-10-01,4,999,\n%1$s,2026-10-01,5,1,best\n".formatted(ASSET))));
  }

  @Test
  void moreReadingsOfAnAssetThanAreTakenAtOnce_comeInParts() {
    StringBuilder csv = new StringBuilder(METERS);
    for (int day = 0; day < 32; day++) {
      for (int block = 1; block <= 96; block++) {
        csv.append("%s,%s,%d,1,\n".formatted(ASSET, DAY.plusDays(day + 1L), block));
      }
    }
    assertEquals(
        List.of(MeterReadings.LARGEST_BATCH, 32 * 96 - MeterReadings.LARGEST_BATCH),
        meters(csv.toString()).stream()
            .map(part -> Objects.requireNonNull(part.batch().readings()).size())
            .toList());
  }

  private static List<MeterFile.OfAsset> meters(String csv) {
    return MeterFile.read(csv, new StubMeters());
  }

  /** Days of 96 blocks from the first one on; what the meters themselves refuse is made up. */
  private static final class StubMeters implements MeterFile.Meters {
    @Override
    public boolean isKnown(UUID assetId) {
      return assetId.equals(ASSET);
    }

    @Override
    public Optional<DeliveryDay> day(UUID assetId, LocalDate day) {
      return day.isBefore(DAY)
          ? Optional.empty()
          : Optional.of(new DeliveryDay(day, ZoneId.of("Asia/Kolkata"), Duration.ofMinutes(15)));
    }

    @Override
    public List<Fault> faults(UUID assetId, MeterReadingInput.Batch batch) {
      List<Fault> faults = new ArrayList<>();
      List<MeterReadingInput> readings = Objects.requireNonNull(batch.readings());
      for (int i = 0; i < readings.size(); i++) {
        MeterReadingInput reading = readings.get(i);
        if (OffsetDateTime.parse("2026-10-01T16:45:00Z").equals(reading.startsAt())) {
          faults.add(new Fault("/readings/" + i + "/startsAt", "future", "Not ended."));
        }
        if (new BigDecimal("999").equals(reading.injectionMwh())) {
          faults.add(new Fault("/readings/" + i + "/injectionMwh", "implausible", "Too much."));
        }
        if ("best".equals(reading.quality())) {
          faults.add(new Fault("/readings/" + i + "/quality", "unknown_value", "No."));
        }
      }
      return faults;
    }
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
