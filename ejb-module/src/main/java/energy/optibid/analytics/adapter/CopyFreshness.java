package energy.optibid.analytics.adapter;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the copy has all that a question of the caller is about. */
final class CopyFreshness {
  private final Transactions transactions;
  private final TenantConnections connections;

  CopyFreshness(Transactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  /**
   * The state of all days of the question: equal before and after an answer means that nothing
   * changed meanwhile.
   *
   * @return empty where a day is not copied as it is now
   */
  Optional<List<String>> state(List<SeriesKey> series, Span span) {
    LocalDate first = day(span.from().getEpochSecond());
    LocalDate last = day(span.to().getEpochSecond() - 1);
    return transactions.call(
        () ->
            connections.withConnection(
                connection -> {
                  List<String> states = new ArrayList<>();
                  for (SeriesKey one : series) {
                    Optional<String> state =
                        Sql.first(
                                connection,
                                "select case when count(*) filter (where copied is distinct from"
                                    + " version) = 0 then count(*) || ' ' || coalesce(sum(version), 0)"
                                    + " end from price_day where market_code = ? and area = ?"
                                    + " and day between ? and ?",
                                row -> Optional.ofNullable(row.getString(1)),
                                one.marketCode(),
                                one.area(),
                                first,
                                last)
                            .flatMap(found -> found);
                    if (state.isEmpty()) {
                      return Optional.empty();
                    }
                    states.add(state.get());
                  }
                  return Optional.of(states);
                }));
  }

  private static LocalDate day(long seconds) {
    return LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
  }
}
