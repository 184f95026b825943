package energy.optibid.exports.adapter;

import energy.optibid.exports.domain.Column;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** The values of one column of a row group in Parquet's plain encoding, and its type. */
final class ParquetColumn {
  private static final int REQUIRED = 0;
  private static final int PRECISION = 18; // of a decimal in eight bytes

  private final Column column;
  private final Physical physical;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private int bits;
  private int bitCount;

  /** Parquet's physical types, with their numbers in its metadata. */
  private enum Physical {
    BOOLEAN(0),
    INT32(1),
    INT64(2),
    BYTE_ARRAY(6);

    private final int number;

    Physical(int number) {
      this.number = number;
    }
  }

  ParquetColumn(Column column) {
    this.column = column;
    this.physical =
        switch (column.kind()) {
          case TEXT -> Physical.BYTE_ARRAY;
          case INTEGER, DAY -> Physical.INT32;
          case DECIMAL, INSTANT -> Physical.INT64;
          case FLAG -> Physical.BOOLEAN;
        };
  }

  String name() {
    return column.name();
  }

  int physicalType() {
    return physical.number;
  }

  void add(Object value) {
    switch (column.kind()) {
      case TEXT -> {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        littleEndian(text.length, Integer.BYTES);
        values.writeBytes(text);
      }
      case INTEGER -> littleEndian((Integer) value, Integer.BYTES);
      case DAY -> littleEndian(((LocalDate) value).toEpochDay(), Integer.BYTES);
      case DECIMAL ->
          littleEndian(
              ((BigDecimal) value).setScale(column.scale()).unscaledValue().longValueExact(),
              Long.BYTES);
      case INSTANT -> {
        Instant instant = (Instant) value;
        long micros =
            Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
        littleEndian(micros, Long.BYTES);
      }
      case FLAG -> bit((Boolean) value);
    }
  }

  /** The values since the last call. */
  byte[] take() {
    if (bitCount > 0) {
      values.write(bits);
      bits = 0;
      bitCount = 0;
    }
    byte[] taken = values.toByteArray();
    values.reset();
    return taken;
  }

  private void bit(boolean value) {
    bits |= (value ? 1 : 0) << bitCount;
    bitCount++;
    if (bitCount == Byte.SIZE) {
      values.write(bits);
      bits = 0;
      bitCount = 0;
    }
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      values.write((int) (value >>> i * Byte.SIZE));
    }
  }

  /** A SchemaElement with the logical type and, for older readers, the converted type. */
  void schema(ThriftCompact thrift) {
    thrift.begin().i32(1, physical.number).i32(3, REQUIRED).text(4, column.name());
    switch (column.kind()) {
      case TEXT -> thrift.i32(6, 0).struct(10).struct(1).end().end();
      case INTEGER -> thrift.i32(6, 17).struct(10).struct(10).i8(1, 32).flag(2, true).end().end();
      case DAY -> thrift.i32(6, 6).struct(10).struct(6).end().end();
      case DECIMAL ->
          thrift
              .i32(6, 5)
              .i32(7, column.scale())
              .i32(8, PRECISION)
              .struct(10)
              .struct(5)
              .i32(1, column.scale())
              .i32(2, PRECISION)
              .end()
              .end();
      case INSTANT ->
          thrift
              .i32(6, 10)
              .struct(10)
              .struct(8)
              .flag(1, true) // adjusted to UTC
              .struct(2)
              .struct(2) // microseconds
              .end()
              .end()
              .end()
              .end();
      case FLAG -> {
        // a BOOLEAN says all
      }
    }
    thrift.end();
  }
}
