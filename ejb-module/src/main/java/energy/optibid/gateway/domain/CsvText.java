package energy.optibid.gateway.domain;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV (RFC 4180) as exchanges write and read it: a header, then the records. */
final class CsvText {
  private static final CSVFormat WRITTEN = CSVFormat.RFC4180;
  private static final CSVFormat READ =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private CsvText() {}

  /**
   * The records by the names of their columns.
   *
   * @param columns the header that is needed, in any order; further columns are let be
   * @throws UnreadableFile without that header, or where a line has other fields than the header
   */
  static List<Map<String, String>> read(String text, List<String> columns) throws UnreadableFile {
    List<Map<String, String>> records = new ArrayList<>();
    try (CSVParser parser = READ.parse(new StringReader(text))) {
      List<String> header = parser.getHeaderNames();
      if (!header.containsAll(columns)) {
        throw new UnreadableFile("Line 1 must name the columns " + String.join(",", columns) + ".");
      }
      for (CSVRecord record : parser) {
        if (!record.isConsistent()) {
          throw new UnreadableFile(
              "Line %d has %d fields, not %d."
                  .formatted(parser.getCurrentLineNumber(), record.size(), header.size()));
        }
        records.add(record.toMap());
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UnreadableFile("It is not CSV: " + e.getMessage());
    }
    return records;
  }

  /** A record as a line. */
  static String line(List<String> fields) {
    return WRITTEN.format(fields.toArray()) + WRITTEN.getRecordSeparator();
  }
}
