package energy.optibid.metering.adapter;

import energy.optibid.metering.MeterReading;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.metering.domain.ReadingStore;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings in {@code meter_reading}, written many at a time as arrays. */
@ApplicationScoped
@Typed(ReadingStore.class)
public class JdbcReadingStore implements ReadingStore {
  private static final String INSERT =
      """
      insert into meter_reading (organization_id, asset_id, exchange_id, starts_at,
        duration_minutes, injection_mwh, quality, revision, recorded_at)
      select r.organization_id, r.asset_id, r.exchange_id, r.starts_at, r.duration_minutes,
             r.injection_mwh, r.quality, 1, ?
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::smallint[], ?::numeric[],
                    ?::text[])
          as r (organization_id, asset_id, exchange_id, starts_at, duration_minutes, injection_mwh,
                quality)
      on conflict (asset_id, exchange_id, starts_at)
      """;

  private final TenantConnections connections;

  @Inject
  public JdbcReadingStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<MeterReading> between(
      UUID assetId, @Nullable UUID exchangeId, Instant from, Instant to) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select * from meter_reading
                 where asset_id = ? and exchange_id is not distinct from ?::uuid
                   and starts_at >= ? and starts_at < ?
                 order by starts_at
                """,
                JdbcReadingStore::reading,
                assetId,
                exchangeId,
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public int add(List<Row> rows, Instant recordedAt) {
    return write(rows, recordedAt, "do nothing returning revision").size();
  }

  @Override
  public List<Integer> put(List<Row> rows, Instant recordedAt) {
    return write(
        rows,
        recordedAt,
        """
        do update set duration_minutes = excluded.duration_minutes,
          injection_mwh = excluded.injection_mwh, quality = excluded.quality,
          recorded_at = excluded.recorded_at, revision = meter_reading.revision + 1
        returning revision
        """);
  }

  private List<Integer> write(List<Row> rows, Instant recordedAt, String onConflict) {
    return connections.withConnection(
        connection -> {
          ensurePartitions(connection, rows);
          return Sql.rows(
              connection,
              INSERT + onConflict,
              result -> result.getInt(1),
              recordedAt.atOffset(ZoneOffset.UTC),
              array(connection, "uuid", rows, row -> row.owner().value()),
              array(connection, "uuid", rows, Row::assetId),
              array(connection, "uuid", rows, Row::exchangeId),
              array(connection, "timestamptz", rows, row -> row.startsAt().toString()),
              array(connection, "int2", rows, Row::durationMinutes),
              array(connection, "numeric", rows, Row::injectionMwh),
              array(connection, "text", rows, row -> row.quality().code()));
        });
  }

  private static Array array(
      Connection connection, String type, List<Row> rows, Function<Row, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  /** Before the rows, so that a transaction that writes readings never makes a partition after. */
  private static void ensurePartitions(Connection connection, List<Row> rows) throws SQLException {
    TreeSet<LocalDate> months = new TreeSet<>();
    for (Row row : rows) {
      months.add(LocalDate.ofInstant(row.startsAt(), ZoneOffset.UTC).withDayOfMonth(1));
    }
    for (LocalDate month : months) {
      Sql.rows(
          connection,
          "select ensure_meter_reading_partition(?)",
          result -> result.getString(1),
          month);
    }
  }

  private static MeterReading reading(ResultSet row) throws SQLException {
    return new MeterReading(
        row.getObject("asset_id", UUID.class),
        row.getObject("exchange_id", UUID.class),
        row.getObject("starts_at", OffsetDateTime.class),
        row.getInt("duration_minutes"),
        row.getBigDecimal("injection_mwh"),
        ReadingQuality.ofCode(row.getString("quality")),
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
