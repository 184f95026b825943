package energy.optibid.exports.adapter;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.domain.Sheet;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads what {@link CsvTables} and {@link XlsxTables} write, and what people made of it. */
final class SheetReader {
  private static final int MOST_ROWS = 20_000;
  private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;

  private SheetReader() {}

  /**
   * The table of a file; of a workbook its first sheet.
   *
   * @throws ProblemException {@code malformed_request} where it is no file of the format, {@code
   *     too_large} where it has more than 20,000 rows or unpacks to more than 64 MiB
   */
  static Sheet read(byte[] content, ExportFormat format) {
    try {
      return switch (format) {
        case CSV -> csv(content);
        case XLSX -> xlsx(content);
        case PARQUET -> throw new IllegalArgumentException("bids are not read from Parquet");
      };
    } catch (IOException | UncheckedIOException | ExcelReaderException e) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "This is no " + format.code().toUpperCase(Locale.ROOT) + " file that can be read.");
    }
  }

  private static Sheet csv(byte[] content) throws IOException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "A CSV file is written in UTF-8.");
    }
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<Sheet.Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(body, CSVFormat.RFC4180)) {
      for (CSVRecord record : parser) {
        List<String> cells = record.stream().map(SheetReader::unguarded).toList();
        add(lines, Math.toIntExact(record.getRecordNumber()), cells);
      }
    }
    return sheet(Optional.empty(), lines);
  }

  /** Writing puts an apostrophe before what a spreadsheet would run. */
  private static String unguarded(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell.strip();
  }

  private static Sheet xlsx(byte[] content) throws IOException {
    refuseBombs(content);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
      org.dhatim.fastexcel.reader.Sheet first = workbook.getFirstSheet();
      List<Sheet.Line> lines = new ArrayList<>();
      try (Stream<Row> rows = first.openStream()) {
        rows.forEach(row -> add(lines, row.getRowNum(), cells(row)));
      }
      return sheet(Optional.of(first.getName()), lines);
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(SheetReader::text).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? plain(cell)
        : Optional.ofNullable(cell.getText()).orElse("");
  }

  private static String plain(Cell cell) {
    BigDecimal number = cell.asNumber();
    return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
  }

  private static void add(List<Sheet.Line> lines, int number, List<String> cells) {
    if (lines.size() > MOST_ROWS) {
      throw new ProblemException(
          ProblemCode.TOO_LARGE, "A file of bids has at most " + MOST_ROWS + " rows.");
    }
    if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      lines.add(new Sheet.Line(number, cells));
    }
  }

  private static Sheet sheet(Optional<String> name, List<Sheet.Line> lines) {
    return lines.isEmpty()
        ? new Sheet(name, List.of(), List.of())
        : new Sheet(name, lines.get(0).cells(), lines.subList(1, lines.size()));
  }

  /** A small file may unpack to more than the memory holds. */
  private static void refuseBombs(byte[] content) throws IOException {
    long left = LARGEST_UNPACKED;
    byte[] buffer = new byte[8192];
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) {
              throw new ProblemException(
                  ProblemCode.TOO_LARGE, "The workbook unpacks to more than 64 MiB.");
            }
          }
        }
      }
    }
  }
}
