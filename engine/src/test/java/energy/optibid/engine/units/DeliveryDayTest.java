package energy.optibid.engine.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryDayTest {
  @ParameterizedTest
  @CsvSource({
    "2025-04-01, Europe/Rome, 60, 24",
    "2025-03-30, Europe/Rome, 60, 23",
    "2025-10-26, Europe/Rome, 60, 25",
    "2025-04-01, Europe/Rome, 15, 96",
    "2025-03-30, Europe/Rome, 15, 92",
    "2025-10-26, Europe/Rome, 15, 100",
    "2025-10-26, Asia/Kolkata, 15, 96",
  })
  void blockCount_followsTheClockChange(LocalDate date, ZoneId zone, long minutes, int count) {
    DeliveryDay day = new DeliveryDay(date, zone, Duration.ofMinutes(minutes));
    List<DeliveryBlock> blocks = day.blocks();
    assertEquals(count, day.blockCount());
    assertEquals(count, blocks.size());
    assertEquals(day.start(), blocks.get(0).start());
    assertEquals(day.end(), blocks.get(count - 1).end());
    for (int i = 1; i < count; i++) {
      assertEquals(blocks.get(i - 1).end(), blocks.get(i).start());
      assertEquals(blocks.get(i), day.block(i + 1));
      assertEquals(OptionalInt.of(i), day.numberOf(blocks.get(i).start().minusSeconds(1)));
    }
  }

  @Test
  void indianDay_startsHalfAnHourOffUtc() {
    DeliveryDay day =
        new DeliveryDay(
            LocalDate.of(2022, 10, 18), ZoneId.of("Asia/Kolkata"), Duration.ofMinutes(15));
    assertEquals(Instant.parse("2022-10-17T18:30:00Z"), day.block(1).start());
    assertEquals(OptionalInt.empty(), day.numberOf(day.end()));
    assertEquals(OptionalInt.empty(), day.numberOf(day.start().minusSeconds(1)));
    assertThrows(IndexOutOfBoundsException.class, () -> day.block(97));
    assertThrows(IndexOutOfBoundsException.class, () -> day.block(0));
  }

  @Test
  void blocks_thatDoNotFillTheDay_areRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DeliveryDay(
                LocalDate.of(2025, 3, 30), ZoneId.of("Europe/Rome"), Duration.ofHours(2)));
  }
}
