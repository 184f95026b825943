package energy.optibid.engine.market.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated text, plain or gzip, line by line under limits. What is wrong with a line
 * as a line is refused here; what its fields mean is the format's business.
 */
public final class CsvReading {
  /** A format, told of each line in turn. */
  public interface Rows {
    /**
     * The first line.
     *
     * @return whether it is a header of the format; it refuses what is none
     */
    boolean header(String text);

    /** The fields of one line. */
    void row(long line, String[] values);
  }

  private final ReadLimits limits;
  private final Refusals refusals;
  private final Rows format;
  private long rows;
  private long lastLine = 1;

  public CsvReading(ReadLimits limits, Refusals refusals, Rows format) {
    this.limits = limits;
    this.refusals = refusals;
    this.format = format;
  }

  /**
   * Reads to the end of the stream, which is left open.
   *
   * @return rows read, header not counted, refused ones included
   * @throws IOException if the stream fails; bad content never throws
   */
  public long read(InputStream in) throws IOException {
    Unpacked unpacked = Unpacked.of(in);
    try {
      LineSource lines = new LineSource(unpacked.open(), limits);
      do {
        lastLine = lines.number() + 1;
      } while (take(lines.next(), lines));
    } catch (EOFException | ZipException e) {
      if (!unpacked.gzip()) {
        throw e;
      }
      refuse(lastLine, RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle");
    }
    return rows;
  }

  /** The line read last. */
  public long lastLine() {
    return lastLine;
  }

  /** Takes one line; false when nothing further is to be read. */
  private boolean take(LineSource.Found found, LineSource lines) {
    long line = lines.number();
    boolean header = line == 1;
    switch (found) {
      case END -> {
        if (rows == 0) {
          refuse(line, RefusalCode.EMPTY_FILE, "the file has no rows");
        }
        return false;
      }
      case TOO_MANY_BYTES -> {
        refuse(
            line, RefusalCode.TOO_MANY_BYTES, "the file has over " + limits.maxBytes() + " bytes");
        return false;
      }
      case LINE_TOO_LONG ->
          refuse(
              line,
              RefusalCode.LINE_TOO_LONG,
              "the line has over " + limits.maxLineBytes() + " bytes");
      case NOT_UTF8 -> refuse(line, RefusalCode.NOT_UTF8, "the line is not UTF-8 text");
      case LINE -> {
        return header ? format.header(lines.text()) : takeRow(line, lines.text());
      }
    }
    rows += header ? 0 : 1;
    return !header && underRowLimit(line);
  }

  private boolean takeRow(long line, String text) {
    rows++;
    if (!underRowLimit(line)) {
      return false;
    }
    if (text.isBlank()) {
      refuse(line, RefusalCode.BLANK_LINE, "the line is blank");
      return true;
    }
    String[] values = split(line, text);
    if (values != null) {
      format.row(line, values);
    }
    return true;
  }

  private boolean underRowLimit(long line) {
    if (rows <= limits.maxRows()) {
      return true;
    }
    refuse(line, RefusalCode.TOO_MANY_ROWS, "the file has over " + limits.maxRows() + " rows");
    return false;
  }

  /** Quoted fields are rare in these files; only they pay for the CSV parser. */
  private String @Nullable [] split(long line, String text) {
    if (text.indexOf('"') < 0) {
      return text.split(",", -1);
    }
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() == 1) {
        return records.get(0).values();
      }
    } catch (IOException | UncheckedIOException e) {
      // A broken quote: refused below with every other text that is not one record.
    }
    refusals.add(line, "", RefusalCode.BROKEN_QUOTE, "a quote is never closed or misplaced", text);
    return null;
  }

  private void refuse(long line, RefusalCode code, String reason) {
    refusals.add(line, "", code, reason, "");
  }
}
