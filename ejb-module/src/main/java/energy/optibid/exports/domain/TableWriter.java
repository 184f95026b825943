package energy.optibid.exports.domain;

import java.io.IOException;
import java.io.OutputStream;

/** Writes tables in a file format, row by row. */
public interface TableWriter {
  /**
   * Writes a whole file and flushes; the stream is left open.
   *
   * @throws ArithmeticException if a decimal has more decimals than its column
   */
  void write(Table table, OutputStream out) throws IOException;
}
