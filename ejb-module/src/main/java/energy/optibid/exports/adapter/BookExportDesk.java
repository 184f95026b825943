package energy.optibid.exports.adapter;

import energy.optibid.book.Book;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookQuery;
import energy.optibid.exports.BookExports;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.domain.BookTable;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;

/** Reads a day's position in one transaction; it is written after it, as it is sent. */
@ApplicationScoped
@Typed(BookExports.class)
@InTransaction
public class BookExportDesk implements BookExports {
  private final Book book;

  @Inject
  public BookExportDesk(Book book) {
    this.book = book;
  }

  @Override
  public ExportedFile book(BookQuery query, ExportFormat format) {
    TableWriter writer = writer(format);
    BookDay day = book.day(query);
    return new ExportedFile(
        "book_%s.%s".formatted(query.deliveryDay(), format.code()),
        format,
        out -> writer.write(BookTable.of(day), out));
  }

  private static TableWriter writer(ExportFormat format) {
    return switch (format) {
      case CSV -> new CsvTables();
      case XLSX -> new XlsxTables();
      case PARQUET ->
          throw new ProblemException(
              ProblemCode.VALIDATION_FAILED,
              "The book comes as CSV or XLSX.",
              List.of(new Fault("?format", "format", "Must be csv or xlsx.")));
    };
  }
}
