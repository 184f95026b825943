package energy.optibid.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;

/** Statements as files. */
public interface StatementFiles {
  /**
   * A statement that is ready, as a file.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found}; {@code conflict} before it is
   *     ready
   */
  StatementFile export(UUID id, Format format);

  /** What kind of file. */
  enum Format {
    /** Sheets of assets, days, lines and deviations. */
    XLSX,
    /** Sums, a chart and the days of each asset. */
    PDF;

    /** Ending of a file's name. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A file that is written as it is sent.
   *
   * @param name letters, digits, {@code . _ -} only
   */
  record StatementFile(String name, Format format, Content content) {}

  /** What is in the file; everything it needs from the database has been read. */
  interface Content {
    /** Writes the whole file; the stream is left open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
