package energy.optibid.exports.adapter;

import energy.optibid.exports.adapter.ThriftCompact.Element;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Parquet files of flat tables, after the format's specification (apache/parquet-format 2.10):
 * required columns, plain encoding, one gzip page for each column of a row group. Memory holds one
 * row group. Why it is written here: ADR 0015.
 */
final class ParquetTables implements TableWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_OF_A_GROUP = 50_000;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int GZIP = 2;

  @Override
  public void write(Table table, OutputStream out) throws IOException {
    File file = new File(table, out);
    file.write(MAGIC);
    for (Iterator<Object[]> rows = table.rows().iterator(); rows.hasNext(); ) {
      file.add(rows.next());
    }
    file.endGroup();
    file.footer();
    out.flush();
  }

  /** Where a column of a row group lies. */
  private record Chunk(long offset, long uncompressed, long compressed) {}

  private record Group(int rows, List<Chunk> chunks) {}

  /** One file in the making. */
  private static final class File {
    private final String name;
    private final List<ParquetColumn> columns;
    private final List<Group> groups = new ArrayList<>();
    private final OutputStream out;
    private long position;
    private int rows;

    File(Table table, OutputStream out) {
      this.name = table.name();
      this.columns = table.columns().stream().map(ParquetColumn::new).toList();
      this.out = out;
    }

    void write(byte[] bytes) throws IOException {
      out.write(bytes);
      position += bytes.length;
    }

    void add(Object[] row) throws IOException {
      for (int i = 0; i < row.length; i++) {
        columns.get(i).add(row[i]);
      }
      rows++;
      if (rows == ROWS_OF_A_GROUP) {
        endGroup();
      }
    }

    void endGroup() throws IOException {
      if (rows == 0) {
        return;
      }
      List<Chunk> chunks = new ArrayList<>();
      for (ParquetColumn column : columns) {
        chunks.add(page(column.take()));
      }
      groups.add(new Group(rows, chunks));
      rows = 0;
    }

    private Chunk page(byte[] values) throws IOException {
      byte[] packed = gzip(values);
      byte[] header =
          new ThriftCompact()
              .begin()
              .i32(1, 0) // a data page
              .i32(2, values.length)
              .i32(3, packed.length)
              .struct(5)
              .i32(1, rows)
              .i32(2, PLAIN)
              .i32(3, RLE)
              .i32(4, RLE)
              .end()
              .end()
              .bytes();
      long offset = position;
      write(header);
      write(packed);
      return new Chunk(offset, header.length + values.length, header.length + packed.length);
    }

    private static byte[] gzip(byte[] values) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(values);
      }
      return packed.toByteArray();
    }

    void footer() throws IOException {
      ThriftCompact thrift = new ThriftCompact().begin().i32(1, 1);
      thrift.list(2, Element.STRUCT, columns.size() + 1);
      thrift.begin().text(4, name).i32(5, columns.size()).end();
      columns.forEach(column -> column.schema(thrift));
      thrift.i64(3, groups.stream().mapToLong(Group::rows).sum());
      thrift.list(4, Element.STRUCT, groups.size());
      groups.forEach(group -> group(thrift, group));
      byte[] metadata = thrift.text(6, "OptiBid").end().bytes();
      write(metadata);
      for (int i = 0; i < Integer.BYTES; i++) {
        out.write(metadata.length >>> i * Byte.SIZE);
      }
      write(MAGIC);
    }

    private void group(ThriftCompact thrift, Group group) {
      thrift.begin().list(1, Element.STRUCT, columns.size());
      for (int i = 0; i < columns.size(); i++) {
        ParquetColumn column = columns.get(i);
        Chunk chunk = group.chunks().get(i);
        thrift
            .begin()
            .i64(2, chunk.offset())
            .struct(3)
            .i32(1, column.physicalType())
            .list(2, Element.I32, 2)
            .element(PLAIN)
            .element(RLE)
            .list(3, Element.TEXT, 1)
            .element(column.name())
            .i32(4, GZIP)
            .i64(5, group.rows())
            .i64(6, chunk.uncompressed())
            .i64(7, chunk.compressed())
            .i64(9, chunk.offset())
            .end()
            .end();
      }
      thrift.i64(2, group.chunks().stream().mapToLong(Chunk::uncompressed).sum());
      thrift.i64(3, group.rows());
      thrift.end();
    }
  }
}
