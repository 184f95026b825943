package energy.optibid.engine.market.omie;

import energy.optibid.engine.market.reading.LineSource;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.reading.Unpacked;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * The shape all files of the operator share: a title, a blank line, a header and lines of fields
 * between semicolons, each with one at its end; a line of nothing but semicolons closes the table.
 * Text is ISO 8859-1, in some files UTF-8.
 */
final class OmieText {
  /** A format, told of each line in turn. */
  interface Table {
    /**
     * The title.
     *
     * @return whether it is a title of the format; it refuses what is none
     */
    boolean title(OmieTitle title);

    /**
     * The names of the columns.
     *
     * @return whether it is a header of the format; it refuses what is none
     */
    boolean header(long line, String[] names);

    /** The fields of one line, without the empty one after the last semicolon. */
    void row(long line, String[] values);
  }

  private static final int TITLE = 1;

  /** Line of the names of columns or periods. */
  static final int HEADER = 3;

  private final ReadLimits limits;
  private final Refusals refusals;
  private final Table table;
  private long rows;
  private boolean headed;
  private boolean closed;

  OmieText(ReadLimits limits, Refusals refusals, Table table) {
    this.limits = limits;
    this.refusals = refusals;
    this.table = table;
  }

  /**
   * Reads to the end of the stream, which is left open.
   *
   * @return lines of the table read, refused ones included
   * @throws IOException if the stream fails; bad content never throws
   */
  long read(InputStream in) throws IOException {
    Unpacked unpacked = Unpacked.of(in);
    long line = 1;
    try {
      LineSource lines = new LineSource(unpacked.open(), limits, StandardCharsets.ISO_8859_1);
      LineSource.Found found;
      do {
        found = lines.next();
        line = lines.number();
      } while (take(found, line, lines));
    } catch (EOFException | ZipException e) {
      if (!unpacked.gzip()) {
        throw e;
      }
      refuse(line, RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle");
    }
    return rows;
  }

  /** Takes one line; false when nothing further is to be read. */
  private boolean take(LineSource.Found found, long line, LineSource lines) {
    return switch (found) {
      case END -> {
        if (rows == 0) {
          refuse(line, RefusalCode.EMPTY_FILE, "the file has no rows");
        } else if (!closed) {
          refuse(
              line,
              RefusalCode.MISSING_FIELD,
              "the closing line of semicolons is missing: the file ends in the middle");
        }
        yield false;
      }
      case TOO_MANY_BYTES -> {
        refuse(
            line, RefusalCode.TOO_MANY_BYTES, "the file has over " + limits.maxBytes() + " bytes");
        yield false;
      }
      case LINE_TOO_LONG -> {
        refuse(
            line,
            RefusalCode.LINE_TOO_LONG,
            "the line has over " + limits.maxLineBytes() + " bytes");
        yield headed;
      }
      case NOT_UTF8 -> throw new IllegalStateException("every byte is ISO 8859-1");
      case LINE -> takeText(line, lines.text());
    };
  }

  private boolean takeText(long line, String text) {
    if (line == TITLE) {
      OmieTitle title = OmieTitle.read(text, refusals);
      return title != null && table.title(title);
    }
    if (line < HEADER) {
      return true;
    }
    String[] values = fields(text);
    if (line == HEADER) {
      headed = table.header(line, values);
      return headed;
    }
    if (closed) {
      if (!text.isBlank()) {
        refuse(line, RefusalCode.FIELD_COUNT, "there is text after the closing line of semicolons");
      }
      return true;
    }
    if (values.length == 0) {
      closed = true;
      return true;
    }
    rows++;
    if (rows > limits.maxRows()) {
      refuse(line, RefusalCode.TOO_MANY_ROWS, "the file has over " + limits.maxRows() + " rows");
      return false;
    }
    table.row(line, values);
    return true;
  }

  /** Fields of a line; none where there is nothing between its semicolons. */
  private static String[] fields(String text) {
    if (text.isBlank() || text.chars().allMatch(c -> c == ';')) {
      return new String[0];
    }
    String whole = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    return whole.split(";", -1);
  }

  private void refuse(long line, RefusalCode code, String reason) {
    refusals.add(line, "", code, reason, "");
  }
}
