package energy.optibid.settlement.adapter;

import energy.optibid.settlement.SettledDeviation;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.Statement.AssetTotal;
import energy.optibid.settlement.Statement.KindTotal;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a workbook: sums, days, every line, every metered block. Decimals stand in the
 * file digit by digit; text cells are of the type text, so that none can be a formula.
 */
final class StatementWorkbook {
  private static final int ROWS_KEPT = 1_000;
  private static final int WIDTH = 18;

  private final Statement statement;
  private final List<KeptDay> days;
  private final Map<UUID, String> names = new HashMap<>();

  StatementWorkbook(Statement statement, List<KeptDay> days) {
    this.statement = statement;
    this.days = days;
    statement.assets().forEach(asset -> names.put(asset.assetId(), asset.assetName()));
  }

  void write(OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "OptiBid", "1.0"); // of the form Office wants: not ours
    summary(workbook);
    days(workbook);
    lines(workbook);
    deviations(workbook);
    workbook.finish();
    out.flush();
  }

  private void summary(Workbook workbook) throws IOException {
    Worksheet sheet = sheet(workbook, "summary", "asset", "kind", "amount");
    int line = 1;
    row(sheet, line++, "first day", statement.firstDay());
    row(sheet, line++, "last day", statement.lastDay());
    row(sheet, line++, "revision", BigDecimal.valueOf(statement.revision()));
    row(sheet, line++, "status", statement.status().code());
    row(sheet, line++, "currency", statement.currency());
    row(sheet, line++, "simulated grid data", statement.simulatedGrid() ? "yes" : "no");
    for (AssetTotal asset : statement.assets()) {
      for (KindTotal total : asset.totals()) {
        row(sheet, line++, asset.assetName(), total.kind().code(), total.amount());
      }
      row(sheet, line++, asset.assetName(), "total", asset.total());
    }
    row(sheet, line, "all", "total", statement.total());
    sheet.finish();
  }

  private void days(Workbook workbook) throws IOException {
    Worksheet sheet =
        sheet(
            workbook,
            "days",
            "asset",
            "day",
            "energy_mwh",
            "deviation_mwh",
            "deviation_amount",
            "total");
    int line = 1;
    for (KeptDay kept : days) {
      row(
          sheet,
          line++,
          name(kept),
          kept.day().day(),
          kept.day().energyMwh(),
          kept.day().deviationMwh(),
          kept.day().deviationAmount(),
          kept.day().total());
    }
    sheet.finish();
  }

  private void lines(Workbook workbook) throws IOException {
    Worksheet sheet =
        sheet(
            workbook,
            "lines",
            "asset",
            "day",
            "number",
            "block",
            "kind",
            "source",
            "quantity",
            "unit",
            "price",
            "percent",
            "amount",
            "formula");
    int line = 1;
    for (KeptDay kept : days) {
      for (SettledLine one : StatementDesk.lines(kept)) {
        row(
            sheet,
            line++,
            name(kept),
            one.day(),
            BigDecimal.valueOf(one.number()),
            BigDecimal.valueOf(one.block()),
            one.kind().code(),
            one.source(),
            one.quantity(),
            one.quantityUnit(),
            one.price(),
            one.percent(),
            one.amount(),
            one.kind().formula());
      }
    }
    sheet.finish();
  }

  private void deviations(Workbook workbook) throws IOException {
    Worksheet sheet =
        sheet(
            workbook,
            "deviations",
            "asset",
            "day",
            "block",
            "scheduled_mwh",
            "actual_mwh",
            "deviation_mwh",
            "basis_mwh",
            "percent",
            "band",
            "reference_rate",
            "frequency_hz",
            "amount");
    int line = 1;
    for (KeptDay kept : days) {
      for (SettledDeviation one : StatementDesk.deviations(kept)) {
        row(
            sheet,
            line++,
            name(kept),
            kept.day().day(),
            BigDecimal.valueOf(one.block()),
            one.scheduledMwh(),
            one.actualMwh(),
            one.deviationMwh(),
            one.basisMwh(),
            one.percent(),
            BigDecimal.valueOf(one.band()),
            one.referenceRate(),
            one.frequencyHz(),
            one.amount());
      }
    }
    sheet.finish();
  }

  private String name(KeptDay kept) {
    return names.getOrDefault(kept.day().assetId(), "");
  }

  private static Worksheet sheet(Workbook workbook, String name, String... columns) {
    Worksheet sheet = workbook.newWorksheet(name);
    for (int i = 0; i < columns.length; i++) {
      sheet.width(i, WIDTH);
      sheet.value(0, i, columns[i]);
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void row(Worksheet sheet, int line, @Nullable Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell instanceof BigDecimal number) {
        sheet.value(line, i, number);
      } else if (cell instanceof LocalDate day) {
        sheet.value(line, i, day);
        sheet.style(line, i).format("yyyy-mm-dd").set();
      } else if (cell instanceof String text) {
        sheet.inlineString(line, i, text);
      }
    }
    if (line % ROWS_KEPT == 0) {
      sheet.flush();
    }
  }
}
