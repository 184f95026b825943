package energy.optibid.exports.domain;

import static energy.optibid.exports.domain.Column.day;
import static energy.optibid.exports.domain.Column.decimal;
import static energy.optibid.exports.domain.Column.instant;
import static energy.optibid.exports.domain.Column.integer;
import static energy.optibid.exports.domain.Column.text;

import energy.optibid.book.BookDay;
import energy.optibid.book.BookDay.Capability;
import energy.optibid.book.BookDay.Figures;
import energy.optibid.book.BookDay.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day's position, figure by figure and block by block. */
public final class BookTable {
  private static final int DECIMALS = 6;

  private BookTable() {}

  /** A row for each block of each series, of the schedules and of each side's sums. */
  public static Table of(BookDay book) {
    return new Table(
        "book",
        List.of(
            day("delivery_day"),
            integer("block"),
            instant("starts_at_utc"),
            text("starts_at_local"),
            text("side"),
            text("figure"),
            text("market"),
            decimal("power_mw", DECIMALS),
            decimal("energy_mwh", DECIMALS)),
        Stream.of(
                book.series().stream().flatMap(series -> rows(book, series)),
                Optional.ofNullable(book.scheduled()).stream()
                    .flatMap(figures -> rows(book, "net", "scheduled", null, figures)),
                rows(book, "sell", book.sale()),
                rows(book, "buy", book.purchase()))
            .flatMap(rows -> rows));
  }

  private static Stream<Object[]> rows(BookDay book, Series series) {
    return rows(
        book, series.side().code(), series.kind().code(), series.marketCode(), series.figures());
  }

  private static Stream<Object[]> rows(BookDay book, String side, Capability capability) {
    return Stream.of(
            rows(book, side, "capability", null, capability.most()),
            rows(book, side, "committed", null, capability.committed()),
            rows(book, side, "remaining", null, capability.remaining()))
        .flatMap(rows -> rows);
  }

  private static Stream<Object[]> rows(
      BookDay book, String side, String figure, @Nullable String market, Figures figures) {
    return IntStream.range(0, book.blockStarts().size())
        .mapToObj(
            index ->
                new Object[] {
                  book.deliveryDay(),
                  index + 1,
                  book.blockStarts().get(index).toInstant(),
                  book.blockStarts().get(index).toString(),
                  side,
                  figure,
                  market == null ? "" : market,
                  figures.powerMw().get(index),
                  figures.energyMwh().get(index)
                });
  }
}
