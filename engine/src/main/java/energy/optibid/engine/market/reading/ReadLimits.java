package energy.optibid.engine.market.reading;

/**
 * What a file may cost to read; the guard against decompression bombs and runaway lines.
 *
 * @param maxBytes most bytes after decompression
 * @param maxRows most rows without the header
 * @param maxLineBytes most bytes of one line
 * @param maxKeptRefusals how many refusals are kept; all are counted
 */
public record ReadLimits(long maxBytes, long maxRows, int maxLineBytes, int maxKeptRefusals) {
  /** Most delivery days of one file of order books or results: a leap year. */
  public static final int MOST_DAYS = 366;

  /** 512 MiB, two million rows, 1,000 bytes a line, 1,000 refusals. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(512L * 1024 * 1024, 2_000_000, 1_000, 1_000);

  /**
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ReadLimits {
    if (maxBytes <= 0 || maxRows <= 0 || maxLineBytes <= 0 || maxKeptRefusals <= 0) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }
}
