package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.rules.RulePack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reading of small files written in tests. */
final class GmeText {
  static final String CURVES = GmeFileKind.BID_CURVES.header() + "\n";

  private static final RulePack PACK = RealGmeDays.pack();

  /** A sound row of a book. */
  static final String ROW = "2025-04-01T00:00:00+02:00,2025-04-01,1,NORD,supply,10.5,3.2\n";

  /** What a reading gave. */
  record Read(FileReport report, List<GmeRow> rows) {
    RefusalCode onlyCode() {
      if (report.refusals().size() != 1) {
        throw new AssertionError("not one refusal: " + report.refusals());
      }
      return report.refusals().get(0).code();
    }
  }

  private GmeText() {}

  static Read read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT);
  }

  static Read read(byte[] bytes, ReadLimits limits) {
    List<GmeRow> rows = new ArrayList<>();
    try {
      FileReport report =
          new GmeDayReader(PACK, limits)
              .read("test.csv", new ByteArrayInputStream(bytes), rows::add);
      return new Read(report, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
