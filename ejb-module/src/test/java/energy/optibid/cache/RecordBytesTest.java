package energy.optibid.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is read again, digit by digit. */
class RecordBytesTest {
  public record Inner(String text, @Nullable BigDecimal number) {}

  public record Outer(
      long count, int few, DayOfWeek day, OffsetDateTime at, @Nullable Inner one, List<Inner> all) {
    public Outer {
      all = List.copyOf(all);
    }
  }

  public record Named(@Nullable UUID id, Inner one) {}

  public record Refused(double inexact) {}

  private static final Inner LARGE =
      new Inner("price, à l’unité", new BigDecimal("-123456789012345678901234567890.12345600"));

  /** At the borders of what a long with few decimals holds. */
  private static List<Inner> numbers() {
    return Stream.of(
            "0",
            "0.0000",
            "-1",
            "1E+3",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "-92233720368547758.09",
            "1E-126",
            "1E-127",
            "1E-300")
        .map(text -> new Inner(text, new BigDecimal(text)))
        .toList();
  }

  private static byte[] written(Outer value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordBytes.of(Outer.class).write(new DataOutputStream(bytes), value);
    return bytes.toByteArray();
  }

  private static Outer read(byte[] bytes) throws IOException {
    return RecordBytes.of(Outer.class).read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    OffsetDateTime at = OffsetDateTime.parse("2025-10-26T02:00:00+01:00");
    for (Outer value :
        List.of(
            new Outer(Long.MIN_VALUE, -1, DayOfWeek.SUNDAY, at, LARGE, List.of(LARGE, LARGE)),
            new Outer(0, 7, DayOfWeek.MONDAY, at, new Inner("", null), numbers()),
            new Outer(1, 2, DayOfWeek.TUESDAY, at, null, List.of(new Inner("", null))))) {
      assertEquals(value, read(written(value)));
    }
  }

  @Test
  void recordsThatAreWrittenTogether_areReadTogether() {
    RecordBytes<Named> form = RecordBytes.of(Named.class);
    List<Named> all =
        List.of(
            new Named(UUID.fromString("8c9f1f5e-0000-4000-8000-00000000ffff"), LARGE),
            new Named(null, new Inner("", null)));
    assertEquals(all, form.readAll(form.writeAll(all)));
    assertEquals(List.of(), form.readAll(form.writeAll(List.of())));
  }

  @Test
  void bytesThatEndEarlyAreNoRecord() throws IOException {
    OffsetDateTime at = OffsetDateTime.parse("2025-10-26T02:00:00Z");
    byte[] bytes = written(new Outer(1, 2, DayOfWeek.SUNDAY, at, LARGE, List.of(LARGE)));
    byte[] early = Arrays.copyOf(bytes, 20);
    assertThrows(EOFException.class, () -> read(early));
  }

  @Test
  void anotherRecordHasAnotherShape() {
    assertNotEquals(RecordBytes.of(Inner.class).shape(), RecordBytes.of(Outer.class).shape());
  }

  @Test
  void whatWouldNotBeExactIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RecordBytes.of(Refused.class));
  }
}
