package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads one file of the format, plain or gzip (by its first bytes), whatever its kind (by its
 * header). Rows are handed on as they are read and nothing but the keys of rows is kept, so that
 * memory does not grow with the size of a row.
 *
 * <p>A file counts whole or not at all, which is known only at its end: whoever takes the rows
 * drops them when the report is not {@linkplain FileReport#accepted() accepted}.
 */
public final class GmeDayReader {
  private final RulePack pack;
  private final ReadLimits limits;

  public GmeDayReader(RulePack pack, ReadLimits limits) {
    this.pack = pack;
    this.limits = limits;
  }

  /**
   * Reads to the end of the stream, which is left open.
   *
   * @param file name of the file, for the report only
   * @param rows takes every sound row in the order of the file
   * @return the report with every fault found; bad content never throws
   * @throws IOException if the stream itself fails
   */
  public FileReport read(String file, InputStream in, Consumer<GmeRow> rows) throws IOException {
    return new FileReading(pack, limits, file, rows).read(in);
  }
}
