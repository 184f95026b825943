package energy.optibid.exports;

import java.util.Locale;

/** The file formats of an export. */
public enum ExportFormat {
  /**
   * RFC 4180, UTF-8; text that a spreadsheet would take for a formula begins with an apostrophe.
   */
  CSV,
  /** A workbook with one sheet; text is text and never a formula. */
  XLSX,
  /** Apache Parquet: decimals are DECIMAL, times are TIMESTAMP in UTC. */
  PARQUET;

  /** The name in the API, and the ending of a file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
