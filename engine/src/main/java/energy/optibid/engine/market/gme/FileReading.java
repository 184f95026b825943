package energy.optibid.engine.market.gme;

import energy.optibid.engine.rules.RulePack;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The reading of one file, from its first byte to its report. */
final class FileReading {
  private final RulePack pack;
  private final ReadLimits limits;
  private final String file;
  private final Consumer<GmeRow> sink;
  private final Refusals refusals;
  private @Nullable RowFields fields;
  private @Nullable GmeFileKind kind;
  private long rows;

  FileReading(RulePack pack, ReadLimits limits, String file, Consumer<GmeRow> sink) {
    this.pack = pack;
    this.limits = limits;
    this.file = file;
    this.sink = sink;
    this.refusals = new Refusals(file, limits.maxKeptRefusals());
  }

  FileReport read(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    boolean gzip = startsLikeGzip(bytes);
    long line = 1;
    try {
      LineSource lines = new LineSource(gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes, limits);
      do {
        line = lines.number() + 1;
      } while (take(lines.next(), lines));
    } catch (EOFException | ZipException e) {
      if (!gzip) {
        throw e;
      }
      refuseFile(line, RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle");
    }
    long normalised = fields == null ? 0 : fields.normalised();
    return new FileReport(file, kind, rows, normalised, refusals.count(), refusals.kept());
  }

  private static boolean startsLikeGzip(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    return first == 0x1f && second == 0x8b;
  }

  /** Takes one line; false when nothing further is to be read. */
  private boolean take(LineSource.Found found, LineSource lines) {
    long line = lines.number();
    boolean header = line == 1;
    switch (found) {
      case END -> {
        if (rows == 0) {
          refuseFile(line, RefusalCode.EMPTY_FILE, "the file has no rows");
        }
        return false;
      }
      case TOO_MANY_BYTES -> {
        refuseFile(
            line, RefusalCode.TOO_MANY_BYTES, "the file has over " + limits.maxBytes() + " bytes");
        return false;
      }
      case LINE_TOO_LONG ->
          refuseFile(
              line,
              RefusalCode.LINE_TOO_LONG,
              "the line has over " + limits.maxLineBytes() + " bytes");
      case NOT_UTF8 -> refuseFile(line, RefusalCode.NOT_UTF8, "the line is not UTF-8 text");
      case LINE -> {
        return header ? takeHeader(lines.text()) : takeRow(line, lines.text());
      }
    }
    rows += header ? 0 : 1;
    return !header && underRowLimit(line);
  }

  private boolean takeHeader(String text) {
    Optional<GmeFileKind> known = GmeFileKind.ofHeader(text);
    if (known.isEmpty()) {
      RefusalCode code = text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER;
      refusals.add(1, "", code, "the first line is no header of the GME format", text);
      return false;
    }
    kind = known.get();
    fields = new RowFields(pack, known.get(), refusals);
    return true;
  }

  private boolean takeRow(long line, String text) {
    rows++;
    if (!underRowLimit(line)) {
      return false;
    }
    RowFields row = fields;
    if (row == null || kind == GmeFileKind.BLOCK_ORDERS) {
      return true;
    }
    if (text.isBlank()) {
      refuseFile(line, RefusalCode.BLANK_LINE, "the line is blank");
      return true;
    }
    String[] values = split(line, text);
    if (values != null && row.load(line, values)) {
      GmeRow read = row.read();
      if (row.sound()) {
        sink.accept(read);
      }
    }
    return true;
  }

  private boolean underRowLimit(long line) {
    if (rows <= limits.maxRows()) {
      return true;
    }
    refuseFile(line, RefusalCode.TOO_MANY_ROWS, "the file has over " + limits.maxRows() + " rows");
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

  private void refuseFile(long line, RefusalCode code, String reason) {
    refusals.add(line, "", code, reason, "");
  }
}
