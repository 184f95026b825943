package energy.optibid.exports;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is written as it is sent.
 *
 * @param name name with ending: letters, digits, {@code . _ -} only
 */
public record ExportedFile(String name, ExportFormat format, Content content) {
  /** What is in the file; everything it needs from the database has been read. */
  public interface Content {
    /** Writes the whole file and flushes; the stream is left open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
