package energy.optibid.exports.adapter;

import energy.optibid.exports.domain.Column;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV by RFC 4180 in UTF-8: decimals with a point and never an exponent, times in ISO 8601. Text a
 * spreadsheet would run as a formula is preceded by an apostrophe, which spreadsheets hide.
 */
final class CsvTables implements TableWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  @Override
  public void write(Table table, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
    printer.printRecord(table.columns().stream().map(Column::name));
    for (Iterator<Object[]> rows = table.rows().iterator(); rows.hasNext(); ) {
      Object[] row = rows.next();
      for (int i = 0; i < row.length; i++) {
        printer.print(row[i] == null ? "" : cell(table.columns().get(i), row[i]));
      }
      printer.println();
    }
    printer.flush();
  }

  private static String cell(Column column, Object value) {
    return switch (column.kind()) {
      case TEXT -> harmless((String) value);
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case INTEGER, INSTANT, DAY, FLAG -> value.toString();
    };
  }

  /** Also behind blanks, which some spreadsheets skip. */
  private static String harmless(String text) {
    String begin = text.stripLeading();
    boolean formula =
        !text.isEmpty()
            && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || (!begin.isEmpty() && FORMULA_STARTS.indexOf(begin.charAt(0)) >= 0));
    return formula ? "'" + text : text;
  }
}
