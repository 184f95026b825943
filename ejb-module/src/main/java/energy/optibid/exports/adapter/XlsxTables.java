package energy.optibid.exports.adapter;

import energy.optibid.exports.domain.Column;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with one sheet, its header frozen. Decimals stand in the file digit by digit (a
 * spreadsheet shows the first fifteen); times are date cells in UTC. Text cells are of the type
 * text, so that none can be a formula.
 */
final class XlsxTables implements TableWriter {
  private static final String APPLICATION = "OptiBid";
  private static final String APPLICATION_VERSION = "1.0"; // of the form Office wants: not ours
  private static final int ROWS_KEPT = 1_000;
  private static final int WIDTH = 18;

  @Override
  public void write(Table table, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, APPLICATION, APPLICATION_VERSION);
    Worksheet sheet = workbook.newWorksheet(table.name());
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, WIDTH);
      sheet.value(0, i, columns.get(i).name());
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    int line = 1;
    for (Iterator<Object[]> rows = table.rows().iterator(); rows.hasNext(); line++) {
      Object[] row = rows.next();
      for (int i = 0; i < row.length; i++) {
        if (row[i] != null) {
          cell(sheet, line, i, columns.get(i), row[i]);
        }
      }
      if (line % ROWS_KEPT == 0) {
        sheet.flush();
      }
    }
    workbook.finish();
    out.flush();
  }

  private static void cell(Worksheet sheet, int line, int at, Column column, Object value) {
    switch (column.kind()) {
      case TEXT -> sheet.inlineString(line, at, (String) value);
      case INTEGER -> sheet.value(line, at, (Integer) value);
      case DECIMAL -> {
        sheet.value(line, at, (BigDecimal) value);
        sheet.style(line, at).format("0.00" + "#".repeat(Math.max(0, column.scale() - 2))).set();
      }
      case INSTANT -> {
        sheet.value(line, at, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
        sheet.style(line, at).format("yyyy-mm-dd hh:mm").set();
      }
      case DAY -> {
        sheet.value(line, at, (LocalDate) value);
        sheet.style(line, at).format("yyyy-mm-dd").set();
      }
      case FLAG -> sheet.value(line, at, (Boolean) value);
    }
  }
}
