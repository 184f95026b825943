package energy.optibid.settlement.adapter;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.Statement.AssetTotal;
import energy.optibid.settlement.Statement.KindTotal;
import energy.optibid.settlement.Statement.Missing;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import java.awt.Color;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A statement for people: sums by kind and asset, a bar for each day, the days of each asset. The
 * built-in fonts write Western European letters; names in other scripts lose theirs.
 */
final class StatementPdf {
  private static final float MARGIN = 36;
  private static final float CHART_WIDTH = 520;
  private static final float CHART_HEIGHT = 150;
  private static final float LABELS = 14;
  private static final float SMALL = 7;
  private static final Color GAIN = new Color(0x1B, 0x7F, 0x5C);
  private static final Color LOSS = new Color(0xB4, 0x3A, 0x2F);
  private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
  private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
  private static final Font BODY = FontFactory.getFont(FontFactory.HELVETICA, 9);
  private static final Font BOLD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9);

  private final Statement statement;
  private final List<KeptDay> days;

  StatementPdf(Statement statement, List<KeptDay> days) {
    this.statement = statement;
    this.days = days;
  }

  void write(OutputStream out) throws IOException {
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    try {
      PdfWriter writer = PdfWriter.getInstance(document, new LeftOpen(out));
      document.addTitle("Settlement statement " + span());
      document.open();
      document.add(new Paragraph("Settlement statement", TITLE));
      document.add(new Paragraph(head(), BODY));
      document.add(heading("Sums"));
      document.add(sums());
      document.add(heading("Total of each day, " + currency()));
      document.add(chart(writer));
      for (AssetTotal asset : statement.assets()) {
        document.add(heading(asset.assetName()));
        document.add(days(asset.assetId()));
      }
      document.close();
    } catch (DocumentException e) {
      throw new IOException("the statement could not be set as PDF", e);
    }
    out.flush();
  }

  private String span() {
    return statement.firstDay() + " to " + statement.lastDay();
  }

  private String currency() {
    String currency = statement.currency();
    return currency == null ? "" : currency;
  }

  private String head() {
    StringBuilder head = new StringBuilder();
    head.append(span()).append(", revision ").append(statement.revision());
    head.append(", ").append(statement.status().code()).append(". Total ");
    head.append(statement.total().toPlainString()).append(' ').append(currency());
    head.append("; receiving is positive.");
    if (statement.simulatedGrid()) {
      head.append(" Frequency and normal rate are simulated.");
    }
    for (Missing missing : statement.missing()) {
      head.append(
          " %d blocks lack %s."
              .formatted(missing.blocks(), missing.input().code().replace('_', ' ')));
    }
    return head.toString();
  }

  private static Paragraph heading(String text) {
    Paragraph heading = new Paragraph(text, HEADING);
    heading.setSpacingBefore(12);
    heading.setSpacingAfter(4);
    return heading;
  }

  private PdfPTable sums() {
    PdfPTable table = table(3, "Asset", "Kind", currency());
    for (AssetTotal asset : statement.assets()) {
      for (KindTotal total : asset.totals()) {
        row(
            table,
            BODY,
            asset.assetName(),
            total.kind().code().replace('_', ' '),
            total.amount().toPlainString());
      }
      row(table, BOLD, asset.assetName(), "total", asset.total().toPlainString());
    }
    row(table, BOLD, "All assets", "total", statement.total().toPlainString());
    return table;
  }

  private PdfPTable days(UUID assetId) {
    PdfPTable table =
        table(5, "Day", "Energy MWh", "Deviation MWh", "Deviation charge", "Total " + currency());
    for (KeptDay kept : days) {
      StatementDay day = kept.day();
      if (day.assetId().equals(assetId)) {
        row(
            table,
            BODY,
            day.day().toString(),
            plain(day.energyMwh()),
            plain(day.deviationMwh()),
            day.deviationAmount().toPlainString(),
            day.total().toPlainString());
      }
    }
    return table;
  }

  /** Bars up and down from a line at zero; the tallest fills its side. */
  private Image chart(PdfWriter writer) {
    Map<LocalDate, BigDecimal> totals =
        days.stream()
            .collect(
                Collectors.toMap(
                    kept -> kept.day().day(),
                    kept -> kept.day().total(),
                    BigDecimal::add,
                    TreeMap::new));
    double highest = totals.values().stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    double lowest = totals.values().stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    double range = Math.max(highest, 0) - Math.min(lowest, 0);
    double scale = range == 0 ? 0 : (CHART_HEIGHT - LABELS) / range;
    float zero = (float) (LABELS - Math.min(lowest, 0) * scale);
    PdfTemplate chart = writer.getDirectContent().createTemplate(CHART_WIDTH, CHART_HEIGHT);
    float step = CHART_WIDTH / Math.max(totals.size(), 1);
    float left = 0;
    for (Map.Entry<LocalDate, BigDecimal> day : totals.entrySet()) {
      float height = (float) (day.getValue().doubleValue() * scale);
      chart.setColorFill(height < 0 ? LOSS : GAIN);
      chart.rectangle(left + step * 0.15f, zero, step * 0.7f, height);
      chart.fill();
      chart.setColorFill(Color.DARK_GRAY);
      chart.beginText();
      chart.setFontAndSize(BODY.getCalculatedBaseFont(false), SMALL);
      chart.showTextAligned(
          Element.ALIGN_CENTER,
          Integer.toString(day.getKey().getDayOfMonth()),
          left + step / 2,
          2,
          0);
      chart.endText();
      left += step;
    }
    chart.setColorStroke(Color.GRAY);
    chart.moveTo(0, zero);
    chart.lineTo(CHART_WIDTH, zero);
    chart.stroke();
    return Image.getInstance(chart);
  }

  private static PdfPTable table(int columns, String... headings) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    row(table, BOLD, headings);
    return table;
  }

  private static void row(PdfPTable table, Font font, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      PdfPCell cell = new PdfPCell(new Phrase(cells[i], font));
      cell.setBorderWidth(0.3f);
      boolean figure = i == cells.length - 1 || (i > 0 && cells.length > 3);
      cell.setHorizontalAlignment(figure ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
      table.addCell(cell);
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** OpenPDF closes what it writes to; an answer's stream is the container's to close. */
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
