package energy.optibid.settlement.adapter;

import energy.optibid.settlement.StoredReadings;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which days have readings; works in the caller's transaction. */
@ApplicationScoped
public class JdbcStoredReadings {
  /** Days that are counted at once: years of readings are never read for one page. */
  private static final int DAYS_AT_ONCE = 31;

  /** A local day begins and ends less than this many days from the same day in UTC. */
  private static final int ZONE_DAYS = 1;

  private final TenantConnections connections;

  @Inject
  public JdbcStoredReadings(TenantConnections connections) {
    this.connections = connections;
  }

  /**
   * Days by date and asset, both falling, after a place; one more than the limit.
   *
   * @param day of the place, with the asset of it; null from the newest on
   */
  List<StoredReadings> days(
      @Nullable UUID exchangeId, @Nullable LocalDate day, @Nullable UUID asset, int limit) {
    List<StoredReadings> found = new ArrayList<>();
    LocalDate upTo = day;
    while (found.size() <= limit) {
      LocalDate newest = newest(exchangeId, upTo);
      if (newest == null) {
        break;
      }
      LocalDate oldest = newest.minusDays(DAYS_AT_ONCE - 1L);
      found.addAll(span(exchangeId, oldest, newest, day, asset, limit + 1 - found.size()));
      upTo = oldest.minusDays(1);
    }
    return found;
  }

  /** The newest day with a reading, up to a day; looked up by the index of each asset. */
  private @Nullable LocalDate newest(@Nullable UUID exchangeId, @Nullable LocalDate upTo) {
    return connections
        .withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select max((r.last at time zone m.time_zone)::date)
                      from asset a join market m on m.code = a.market_code
                     cross join lateral (
                       select max(starts_at) as last from meter_reading
                        where asset_id = a.id and %s
                          and (?::date is null
                            or starts_at < (?::date + 1)::timestamp at time zone m.time_zone)) r"""
                        .formatted(ofWorld(exchangeId)),
                    row -> new Newest(row.getObject(1, LocalDate.class)),
                    values(exchangeId, upTo, upTo)))
        .get(0)
        .day();
  }

  private record Newest(@Nullable LocalDate day) {}

  private List<StoredReadings> span(
      @Nullable UUID exchangeId,
      LocalDate oldest,
      LocalDate newest,
      @Nullable LocalDate day,
      @Nullable UUID asset,
      int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select d.*, a.name from (
                  select r.asset_id, (r.starts_at at time zone m.time_zone)::date as day,
                         count(*) as blocks, count(*) filter (where r.quality = 'estimated') as
                         estimated, max(r.revision) as revision, max(r.recorded_at) as recorded_at
                    from meter_reading r join asset o on o.id = r.asset_id
                    join market m on m.code = o.market_code
                   where %s and r.starts_at >= ? and r.starts_at < ?
                   group by 1, 2) d
                  join asset a on a.id = d.asset_id
                 where d.day between ? and ?
                   and (?::date is null or (d.day, d.asset_id) < (?::date, ?::uuid))
                 order by d.day desc, d.asset_id desc limit ?"""
                    .formatted(ofWorld(exchangeId)),
                row ->
                    new StoredReadings(
                        row.getObject("asset_id", UUID.class),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("blocks"),
                        row.getInt("estimated"),
                        row.getInt("revision"),
                        row.getObject("recorded_at", OffsetDateTime.class)),
                values(
                    exchangeId,
                    oldest.minusDays(ZONE_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC),
                    newest.plusDays(ZONE_DAYS + 1L).atStartOfDay().atOffset(ZoneOffset.UTC),
                    oldest,
                    newest,
                    day,
                    day,
                    asset,
                    limit)));
  }

  /** Each by an index: {@code is not distinct from} has none. */
  private static String ofWorld(@Nullable UUID exchangeId) {
    return exchangeId == null ? "exchange_id is null" : "exchange_id = ?";
  }

  private static @Nullable Object[] values(@Nullable UUID exchangeId, @Nullable Object... others) {
    List<@Nullable Object> values = new ArrayList<>();
    if (exchangeId != null) {
      values.add(exchangeId);
    }
    values.addAll(Arrays.asList(others));
    return values.toArray();
  }
}
