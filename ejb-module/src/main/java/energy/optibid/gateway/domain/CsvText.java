package energy.optibid.gateway.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CSV (RFC 4180) of exchanges: a header, then a record a line; no line breaks within a field. */
final class CsvText {
  private CsvText() {}

  /**
   * The records by the names of their columns.
   *
   * @param columns the header that is needed, in any order; further columns are let be
   * @throws UnreadableFile without that header, or where a line has other fields than the header
   */
  static List<Map<String, String>> read(String text, List<String> columns) throws UnreadableFile {
    List<String> lines = Arrays.asList(text.split("\r?\n", -1));
    List<String> header = fields(lines.get(0), 1);
    if (!header.containsAll(columns)) {
      throw new UnreadableFile("Line 1 must name the columns " + String.join(",", columns) + ".");
    }
    List<Map<String, String>> records = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> fields = fields(lines.get(i), i + 1);
      if (fields.size() != header.size()) {
        throw new UnreadableFile(
            "Line %d has %d fields, not %d.".formatted(i + 1, fields.size(), header.size()));
      }
      Map<String, String> record = new LinkedHashMap<>();
      for (int column = 0; column < header.size(); column++) {
        record.put(header.get(column), fields.get(column).strip());
      }
      records.add(record);
    }
    return records;
  }

  /** A record as a line. */
  static String line(List<String> fields) {
    List<String> written =
        fields.stream()
            .map(
                field ->
                    field.matches("(?s).*[\",\r\n].*")
                        ? "\"" + field.replace("\"", "\"\"") + "\""
                        : field)
            .toList();
    return String.join(",", written) + "\r\n";
  }

  private static List<String> fields(String line, int number) throws UnreadableFile {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new UnreadableFile("Line " + number + " ends within quotation marks.");
    }
    fields.add(field.toString());
    return fields;
  }
}
