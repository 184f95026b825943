package energy.optibid.analytics.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Brings changed days of prices to ClickHouse. Of all servers one copies at a time, by a lock of
 * the transaction; a batch that did not get to its end is copied again, which changes nothing. Its
 * transaction holds no lock on a day while ClickHouse works, so that nobody who writes prices waits
 * for it.
 */
final class PriceCopy {
  static final String COLUMNS =
      "organization, market, area, source, start, auction, minutes, price, volume, exchange, usual,"
          + " deleted, version";

  private static final long LOCK = 0x6f7074_636f7079L;
  private static final long SECONDS_OF_A_DAY = 86_400;

  private final SystemConnections connections;
  private final ClickHouseClient client;
  private final ClickHouseSettings settings;
  private final Clock clock;
  private final AtomicLong waiting = new AtomicLong();

  PriceCopy(
      SystemConnections connections,
      ClickHouseClient client,
      ClickHouseSettings settings,
      Clock clock) {
    this.connections = connections;
    this.client = client;
    this.settings = settings;
    this.clock = clock;
  }

  /** The first day that the copy holds. */
  LocalDate oldest() {
    return settings.months() == 0
        ? LocalDate.of(1970, 1, 1)
        : YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(settings.months()).atDay(1);
  }

  /** Days that waited when it was looked last. */
  long waiting() {
    return waiting.get();
  }

  /**
   * Makes the tables where they are missing, and notices another copy than before and a database
   * that was set back in time.
   *
   * @return the copy's own name
   */
  String prepare() {
    String identity = new ClickHouseSchema(client, settings).apply();
    long highest =
        client
            .rowsUnhurried(
                "select max(version) from " + client.table("price"), row -> row.number(1))
            .get(0);
    return connections.inTransaction(
        connection -> {
          PriceDays.belongTo(connection, identity, highest);
          return identity;
        });
  }

  /**
   * Copies a batch of days.
   *
   * @return how many; 0 when none waits, or another server is copying
   */
  int copyOnce() {
    return connections.inTransaction(
        connection -> {
          if (!leads(connection)) {
            return 0;
          }
          PriceDays.Batch batch = PriceDays.waiting(connection, oldest(), settings.batchDays());
          waiting.set(
              batch.versions().size() < settings.batchDays()
                  ? batch.versions().size()
                  : PriceDays.waitingCount(connection, oldest()));
          if (!batch.versions().isEmpty()) {
            send(batch, number(connection));
            PriceDays.copied(connection, batch.versions());
            waiting.addAndGet(-batch.versions().size());
          }
          return batch.versions().size();
        });
  }

  private static boolean leads(Connection connection) throws SQLException {
    return Sql.first(
            connection, "select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
        .orElseThrow();
  }

  private static long number(Connection connection) throws SQLException {
    return Sql.first(connection, "select nextval('price_copy_batch')", row -> row.getLong(1))
        .orElseThrow();
  }

  private void send(PriceDays.Batch batch, long number) {
    if (!batch.rows().isEmpty()) {
      StringBuilder text = new StringBuilder();
      batch.rows().forEach(row -> text.append(row).append(number).append('\n'));
      client.insert(client.table("price"), COLUMNS, text);
    }
    bury(batch.versions().keySet(), number);
  }

  /** What these days still have of an earlier batch is gone in PostgreSQL. */
  private void bury(Collection<PriceDayKey> days, long number) {
    long from = days.stream().mapToLong(day -> day.day().toEpochDay()).min().orElseThrow();
    long to = days.stream().mapToLong(day -> day.day().toEpochDay()).max().orElseThrow() + 1;
    client.run(
        ("insert into %s (%s) select organization, market, area, source, start, auction,"
                + " any(minutes), 0, NULL, any(exchange), any(usual), 1, %d from %s"
                + " where start >= %d and start < %d"
                + " and (organization, market, area, intDiv(start, %d)) in (%s)"
                + " group by organization, market, area, source, start, auction"
                + " having max(version) < %d")
            .formatted(
                client.table("price"),
                COLUMNS,
                number,
                client.table("price"),
                from * SECONDS_OF_A_DAY,
                to * SECONDS_OF_A_DAY,
                SECONDS_OF_A_DAY,
                days.stream().map(PriceDayKey::tuple).collect(Collectors.joining(", ")),
                number));
  }

  /**
   * Drops the months that the copy no longer holds.
   *
   * @return how many
   */
  int dropOldMonths() {
    if (settings.months() == 0) {
      return 0;
    }
    LocalDate oldest = oldest();
    connections.inTransaction(
        connection -> {
          PriceDays.forgotten(connection, oldest);
          return true;
        });
    List<String> months =
        client.rowsUnhurried(
            "select distinct partition from system.parts where active and database = %s"
                    .formatted(ClickHouseDialect.quoted(settings.database()))
                + " and table = 'price' and partition < '%tY%<tm'".formatted(oldest),
            row -> row.text(1));
    for (String month : months) {
      client.run("alter table %s drop partition %s".formatted(client.table("price"), month));
    }
    return months.size();
  }
}
