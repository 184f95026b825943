package energy.optibid.engine.market.gme.sample;

import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.gme.GmeRow;
import energy.optibid.engine.market.gme.GmeWriter;
import energy.optibid.engine.rules.RulePack;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** An invented day as files. */
public final class SampleFiles {
  private SampleFiles() {}

  /**
   * The gzipped files of a day by name. The gzip header carries no time, so that the same day and
   * seed give the same bytes wherever the same zlib compresses, and the same text everywhere.
   */
  public static SortedMap<String, byte[]> generate(RulePack pack, LocalDate date, long seed) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<GmeFileKind, List<GmeRow>> rows = SampleDay.generate(pack, date, seed);
    GmeWriter writer = new GmeWriter(pack);
    rows.forEach(
        (kind, content) -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          try (Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(new SmallGzip(bytes), StandardCharsets.UTF_8))) {
            writer.write(kind, content, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          files.put(kind.baseName() + ".csv.gz", bytes.toByteArray());
        });
    return files;
  }

  /** Gzip at its highest level; Java leaves the header's time at zero. */
  private static final class SmallGzip extends GZIPOutputStream {
    SmallGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
