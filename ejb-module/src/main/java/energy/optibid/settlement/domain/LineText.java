package energy.optibid.settlement.domain;

import energy.optibid.engine.settlement.BlockDeviation;
import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.StatementLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines and deviations of an asset's day as one text: records end with {@code ;}, fields are
 * separated by {@code |}, an unknown figure is empty. Decimals are written as they are, so that
 * reading gives back the same.
 */
public final class LineText {
  private static final char FIELD = '|';
  private static final char RECORD = ';';
  private static final int LINE_FIELDS = 7;
  private static final int DEVIATION_FIELDS = 9;

  private LineText() {}

  public static String ofLines(List<StatementLine> lines) {
    StringBuilder text = new StringBuilder(lines.size() * 48);
    for (StatementLine line : lines) {
      text.append(line.block()).append(FIELD);
      text.append(line.kind().code()).append(FIELD);
      text.append(line.source()).append(FIELD);
      field(text, line.quantity()).append(FIELD);
      field(text, line.price()).append(FIELD);
      field(text, line.percent()).append(FIELD);
      field(text, line.amount()).append(RECORD);
    }
    return text.toString();
  }

  public static String ofDeviations(List<BlockDeviation> deviations) {
    StringBuilder text = new StringBuilder(deviations.size() * 64);
    for (BlockDeviation deviation : deviations) {
      text.append(deviation.block()).append(FIELD);
      field(text, deviation.scheduledMwh()).append(FIELD);
      field(text, deviation.actualMwh()).append(FIELD);
      field(text, deviation.deviationMwh()).append(FIELD);
      field(text, deviation.basisMwh()).append(FIELD);
      field(text, deviation.percent()).append(FIELD);
      text.append(deviation.band()).append(FIELD);
      field(text, deviation.referenceRate()).append(FIELD);
      field(text, deviation.frequencyHz()).append(RECORD);
    }
    return text.toString();
  }

  /** The lines of a text this class wrote. */
  public static List<StatementLine> lines(String text) {
    List<StatementLine> lines = new ArrayList<>();
    for (String[] field : records(text, LINE_FIELDS)) {
      lines.add(
          new StatementLine(
              Integer.parseInt(field[0]),
              LineKind.ofCode(field[1]),
              field[2],
              new BigDecimal(field[3]),
              new BigDecimal(field[4]),
              new BigDecimal(field[5]),
              new BigDecimal(field[6])));
    }
    return lines;
  }

  /** The deviations of a text this class wrote. */
  public static List<BlockDeviation> deviations(String text) {
    List<BlockDeviation> deviations = new ArrayList<>();
    for (String[] field : records(text, DEVIATION_FIELDS)) {
      deviations.add(
          new BlockDeviation(
              Integer.parseInt(field[0]),
              new BigDecimal(field[1]),
              new BigDecimal(field[2]),
              new BigDecimal(field[3]),
              new BigDecimal(field[4]),
              figure(field[5]),
              Integer.parseInt(field[6]),
              figure(field[7]),
              figure(field[8])));
    }
    return deviations;
  }

  private static List<String[]> records(String text, int fields) {
    List<String[]> records = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf(RECORD); end >= 0; end = text.indexOf(RECORD, from)) {
      records.add(text.substring(from, end).split("\\|", fields));
      from = end + 1;
    }
    return records;
  }

  private static @Nullable BigDecimal figure(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static StringBuilder field(StringBuilder text, @Nullable BigDecimal figure) {
    return figure == null ? text : text.append(figure.toPlainString());
  }
}
