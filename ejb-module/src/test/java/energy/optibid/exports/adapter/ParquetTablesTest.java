package energy.optibid.exports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.exports.adapter.ApacheParquet.Content;
import energy.optibid.exports.domain.Column;
import energy.optibid.exports.domain.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back with Apache's own reader, which shares no code with the writer. */
class ParquetTablesTest {
  @TempDir Path folder;

  @Test
  void pricesOfADayOf25Hours() throws IOException {
    List<Group> rows = read(SampleRun.of("2025-10-26").prices()).rows();
    assertEquals(200, rows.size());
    Group last = rows.get(99);
    assertEquals("gme-mgp", last.getString("market", 0));
    assertEquals(LocalDate.of(2025, 10, 26).toEpochDay(), last.getInteger("delivery_day", 0));
    assertEquals(100, last.getInteger("block", 0));
    assertEquals(
        Instant.parse("2025-10-26T22:45:00Z").toEpochMilli() * 1000,
        last.getLong("starts_at_utc", 0));
    assertEquals("2025-10-26T23:45:00+01:00", last.getString("starts_at_local", 0));
    assertEquals(-1_000_001L, last.getLong("price_per_mwh", 0));
    assertEquals(25_000_000L, last.getLong("supply_mwh", 0));
  }

  @Test
  void typesSayWhatTheNumbersMean() throws IOException {
    MessageType schema = read(SampleRun.of("2025-06-02").prices()).schema();
    assertEquals(LogicalTypeAnnotation.decimalType(4, 18), logical(schema, "price_per_mwh"));
    assertEquals(LogicalTypeAnnotation.decimalType(9, 18), logical(schema, "supply_mwh"));
    assertEquals(
        LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS),
        logical(schema, "starts_at_utc"));
    assertEquals(LogicalTypeAnnotation.dateType(), logical(schema, "delivery_day"));
    assertEquals(LogicalTypeAnnotation.stringType(), logical(schema, "area"));
    assertEquals(LogicalTypeAnnotation.intType(32, true), logical(schema, "block"));
  }

  @Test
  void flags_andEighteenDigits() throws IOException {
    List<Group> rows = read(SampleRun.of("2025-06-02").flows()).rows();
    for (int n = 1; n <= 96; n++) {
      assertEquals(n % 3 == 0, rows.get(n - 1).getBoolean("binding", 0), "block " + n);
    }
    assertEquals(999_999_999_123_456_789L, rows.get(95).getLong("reverse_capacity_mwh", 0));
    assertEquals(-96_000_000_000L, rows.get(95).getLong("flow_mwh", 0));
  }

  @Test
  void awards_keepTextAsItIs() throws IOException {
    Group award = read(SampleRun.of("2025-06-02").awards()).rows().get(0);
    assertEquals(SampleRun.ILL_NAME, award.getString("asset_name", 0));
    assertEquals(SampleRun.BID.toString(), award.getString("bid_id", 0));
    assertEquals(2_246_900L, award.getLong("amount", 0));
  }

  @Test
  void severalRowGroups_andNone() throws IOException {
    Content many = read(SampleRun.many(120_001));
    assertEquals(3, many.groups());
    assertEquals(120_001, many.rows().size());
    assertEquals(many.rows().get(0).toString(), many.rows().get(192 * 500).toString());
    assertEquals(List.of(), read(SampleRun.empty()).rows());
  }

  @Test
  void aDecimalThatDoesNotFit_isNeverRounded() {
    Table table =
        new Table(
            "t",
            List.of(Column.decimal("x", 2)),
            Stream.<Object[]>of(new Object[] {new BigDecimal("0.001")}));
    assertThrows(ArithmeticException.class, () -> SampleRun.write(new ParquetTables(), table));
  }

  private Content read(Table table) throws IOException {
    Path file = folder.resolve("table.parquet");
    Files.write(file, SampleRun.write(new ParquetTables(), table));
    return ApacheParquet.read(file);
  }

  private static LogicalTypeAnnotation logical(MessageType schema, String column) {
    return schema.getType(column).getLogicalTypeAnnotation();
  }
}
