package energy.optibid.exports;

import energy.optibid.book.BookQuery;

/** The position of a day over all markets as a file, a row for each block and figure. */
public interface BookExports {
  /**
   * The same figures as {@link energy.optibid.book.Book#day}; errors as there.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for Parquet
   */
  ExportedFile book(BookQuery query, ExportFormat format);
}
