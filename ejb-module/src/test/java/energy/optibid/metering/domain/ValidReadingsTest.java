package energy.optibid.metering.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidReadingsTest {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final Instant NOW = Instant.parse("2026-09-16T06:00:00Z");
  private static final Asset PLANT =
      new Asset(
          Ids.next(),
          null,
          "x",
          AssetType.LOAD,
          null,
          "sim-dam",
          "W2",
          BigDecimal.ZERO,
          new BigDecimal("10"),
          new TechnicalLimits.Load(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN),
          true,
          1);

  @Test
  void soundReadingsAreBlocksOfTheAssetsMarket() {
    List<Row> rows =
        check(
            reading("2026-09-16T11:00:00+05:30", 15, "-2.5", null),
            reading("2026-09-16T05:45:00Z", 15, "0.000001", "estimated"));
    assertEquals(Instant.parse("2026-09-16T05:30:00Z"), rows.get(0).startsAt());
    assertEquals(ReadingQuality.MEASURED, rows.get(0).quality());
    assertEquals(ReadingQuality.ESTIMATED, rows.get(1).quality());
    assertEquals(new BigDecimal("-2.5"), rows.get(0).injectionMwh());
  }

  @Test
  void everyFaultOfEveryReadingIsNamedAtOnce() {
    assertEquals(
        List.of(
            "/readings/0/startsAt required",
            "/readings/0/injectionMwh required",
            "/readings/1/startsAt block",
            "/readings/1/durationMinutes block",
            "/readings/1/injectionMwh implausible",
            "/readings/2/startsAt future",
            "/readings/2/durationMinutes required",
            "/readings/2/injectionMwh decimals",
            "/readings/3/quality unknown_value",
            "/readings/4/startsAt duplicate",
            "/readings/5/startsAt unknown_day"),
        faults(
            reading(null, 15, null, null),
            reading("2026-09-16T05:31:00Z", 30, "25.000001", null),
            reading("2026-09-16T06:00:00Z", null, "0.0000001", null),
            reading("2026-09-16T05:00:00Z", 15, "-1", "synthetic"),
            reading("2026-09-16T10:30:00+05:30", 15, "-1", null),
            reading("2020-01-01T00:00:00Z", 15, "-1", null)));
  }

  @Test
  void aBatchHasOneToThreeThousandReadings() {
    assertEquals(List.of("/readings required"), faults());
    assertEquals(List.of("/readings required"), faults(new MeterReadingInput.Batch(null)));
    MeterReadingInput one = reading("2026-09-16T05:00:00Z", 15, "-1", null);
    assertEquals(
        List.of("/readings too_many"),
        faults(new MeterReadingInput.Batch(Collections.nCopies(3001, one))));
  }

  private static List<String> faults(MeterReadingInput... readings) {
    return faults(new MeterReadingInput.Batch(List.of(readings)));
  }

  private static List<String> faults(MeterReadingInput.Batch batch) {
    ProblemException refused = assertThrows(ProblemException.class, () -> check(batch));
    return refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  private static List<Row> check(MeterReadingInput... readings) {
    return check(new MeterReadingInput.Batch(List.of(readings)));
  }

  private static List<Row> check(MeterReadingInput.Batch batch) {
    return ValidReadings.of(
        new OrganizationId(Ids.next()), PLANT, batch, ValidReadingsTest::day, NOW);
  }

  private static Optional<DeliveryDay> day(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, INDIA);
    return date.getYear() < 2026
        ? Optional.empty()
        : Optional.of(new DeliveryDay(date, INDIA, Duration.ofMinutes(15)));
  }

  private static MeterReadingInput reading(
      @Nullable String startsAt,
      @Nullable Integer minutes,
      @Nullable String megawattHours,
      @Nullable String quality) {
    return new MeterReadingInput(
        startsAt == null ? null : OffsetDateTime.parse(startsAt),
        minutes,
        megawattHours == null ? null : new BigDecimal(megawattHours),
        quality);
  }
}
