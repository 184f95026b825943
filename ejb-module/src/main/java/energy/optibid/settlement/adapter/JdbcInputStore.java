package energy.optibid.settlement.adapter;

import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.settlement.Participant;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.GridDay;
import energy.optibid.settlement.Schedule;
import energy.optibid.settlement.StoredGridDay;
import energy.optibid.settlement.StoredSchedule;
import energy.optibid.settlement.domain.GridFile;
import energy.optibid.settlement.domain.ScheduleFile;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schedules, grid days and terms; works in the caller's transaction. */
@ApplicationScoped
public class JdbcInputStore {
  private final TenantConnections connections;

  @Inject
  public JdbcInputStore(TenantConnections connections) {
    this.connections = connections;
  }

  /**
   * Adds schedules as the next revisions of their days.
   *
   * @return the revision of each
   */
  List<Integer> addSchedules(
      Caller caller,
      @Nullable UUID exchangeId,
      String source,
      List<ScheduleFile.Day> days,
      OffsetDateTime now) {
    return connections.withConnection(
        connection -> {
          List<Integer> revisions = new ArrayList<>();
          for (ScheduleFile.Day day : days) {
            revisions.addAll(
                Sql.rows(
                    connection,
                    """
                    insert into implemented_schedule (organization_id, asset_id, exchange_id,
                      delivery_day, revision, source, injection_mw, recorded_at, recorded_by)
                    select ?, a.id, x.id, d.day, 1 + coalesce((
                        select max(s.revision) from implemented_schedule s
                         where s.asset_id = a.id and s.exchange_id is not distinct from x.id
                           and s.delivery_day = d.day), 0), ?, ?, ?, ?
                      from (select ?::uuid as id) a, (select ?::uuid as id) x,
                           (select ?::date as day) d
                    returning revision
                    """,
                    row -> row.getInt(1),
                    caller.organization().value(),
                    source,
                    numbers(connection, day.injectionMw()),
                    now,
                    caller.userId(),
                    day.assetId(),
                    exchangeId,
                    day.day()));
          }
          return revisions;
        });
  }

  /** Schedules of an asset, newest day and revision first; one more than the limit. */
  List<Schedule> schedules(
      UUID assetId,
      @Nullable UUID exchangeId,
      @Nullable LocalDate beforeDay,
      int beforeRevision,
      int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select * from implemented_schedule
                 where asset_id = ? and exchange_id is not distinct from ?::uuid
                   and (?::date is null or (delivery_day, revision) < (?::date, ?))
                 order by delivery_day desc, revision desc limit ?
                """,
                JdbcInputStore::schedule,
                assetId,
                exchangeId,
                beforeDay,
                beforeDay,
                beforeRevision,
                limit + 1));
  }

  /** The latest revision of each schedule, newest day first; one more than the limit. */
  List<StoredSchedule> storedSchedules(
      @Nullable UUID exchangeId, @Nullable LocalDate beforeDay, UUID beforeAsset, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select s.*, a.name as asset_name, u.display_name
                  from implemented_schedule s join asset a on a.id = s.asset_id
                  left join app_user u on u.id = s.recorded_by
                 where s.exchange_id is not distinct from ?::uuid
                   and not exists (select from implemented_schedule n
                     where n.asset_id = s.asset_id and n.delivery_day = s.delivery_day
                       and n.exchange_id is not distinct from s.exchange_id
                       and n.revision > s.revision)
                   and (?::date is null or (s.delivery_day, s.asset_id) < (?::date, ?))
                 order by s.delivery_day desc, s.asset_id desc limit ?
                """,
                row ->
                    new StoredSchedule(
                        row.getObject("asset_id", UUID.class),
                        row.getString("asset_name"),
                        row.getObject("delivery_day", LocalDate.class),
                        row.getInt("revision"),
                        row.getString("source"),
                        row.getObject("recorded_at", OffsetDateTime.class),
                        row.getObject("recorded_by", UUID.class),
                        row.getString("display_name")),
                exchangeId,
                beforeDay,
                beforeDay,
                beforeAsset,
                limit + 1));
  }

  /** Imported grid days, newest first; one more than the limit. */
  List<StoredGridDay> storedGrid(
      @Nullable UUID exchangeId, @Nullable LocalDate beforeDay, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select g.delivery_day, g.revision, g.recorded_at, g.recorded_by, u.display_name
                  from grid_day g left join app_user u on u.id = g.recorded_by
                 where g.exchange_id is not distinct from ?::uuid
                   and (?::date is null or g.delivery_day < ?::date)
                 order by g.delivery_day desc limit ?
                """,
                row ->
                    new StoredGridDay(
                        row.getObject("delivery_day", LocalDate.class),
                        row.getInt("revision"),
                        row.getObject("recorded_at", OffsetDateTime.class),
                        row.getObject("recorded_by", UUID.class),
                        row.getString("display_name")),
                exchangeId,
                beforeDay,
                beforeDay,
                limit + 1));
  }

  /**
   * Puts grid days in place of those that are there.
   *
   * @return the revision of each
   */
  List<Integer> putGrid(
      Caller caller, @Nullable UUID exchangeId, List<GridFile.Day> days, OffsetDateTime now) {
    return connections.withConnection(
        connection -> {
          List<Integer> revisions = new ArrayList<>();
          for (GridFile.Day day : days) {
            revisions.addAll(
                Sql.rows(
                    connection,
                    """
                    insert into grid_day (organization_id, exchange_id, delivery_day, frequency_hz,
                      day_ahead_price, real_time_price, ancillary_charge, revision, recorded_at,
                      recorded_by)
                    values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                    on conflict (organization_id, exchange_id, delivery_day) do update set
                      frequency_hz = excluded.frequency_hz,
                      day_ahead_price = excluded.day_ahead_price,
                      real_time_price = excluded.real_time_price,
                      ancillary_charge = excluded.ancillary_charge,
                      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by,
                      revision = grid_day.revision + 1
                    returning revision
                    """,
                    row -> row.getInt(1),
                    caller.organization().value(),
                    exchangeId,
                    day.day(),
                    column(connection, day, GridDay.Block::frequencyHz),
                    column(connection, day, GridDay.Block::dayAheadPrice),
                    column(connection, day, GridDay.Block::realTimePrice),
                    column(connection, day, GridDay.Block::ancillaryCharge),
                    now,
                    caller.userId()));
          }
          return revisions;
        });
  }

  /** Imported grid days of a span. */
  List<GridDay> grid(@Nullable UUID exchangeId, LocalDate from, LocalDate to) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select * from grid_day
                 where exchange_id is not distinct from ?::uuid and delivery_day between ? and ?
                """,
                JdbcInputStore::gridDay,
                exchangeId,
                from,
                to));
  }

  /** Stated terms of one asset or, without one, of all. */
  List<StatedTerms> terms(@Nullable UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select * from settlement_terms where ?::uuid is null or asset_id = ?",
                row ->
                    new StatedTerms(
                        row.getObject("asset_id", UUID.class),
                        row.getBigDecimal("contract_rate"),
                        BuyerClass.valueOf(row.getString("buyer_class").toUpperCase(Locale.ROOT)),
                        row.getLong("version")),
                assetId,
                assetId));
  }

  /**
   * States terms.
   *
   * @return the new version; empty if it has moved on from the expected one
   */
  Optional<Long> putTerms(Caller caller, StatedTerms terms) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                """
                insert into settlement_terms as t
                  (asset_id, organization_id, contract_rate, buyer_class, version)
                select ?, ?, ?, ?, 1 where ? = 0
                   or exists (select from settlement_terms where asset_id = ?)
                on conflict (asset_id) do update set contract_rate = excluded.contract_rate,
                  buyer_class = excluded.buyer_class, version = t.version + 1
                 where t.version = ?
                returning version
                """,
                row -> row.getLong(1),
                terms.assetId(),
                caller.organization().value(),
                terms.contractRate(),
                terms.buyerClass().code(),
                terms.version(),
                terms.assetId(),
                terms.version()));
  }

  /**
   * Terms as they are kept.
   *
   * @param version the version expected or read
   */
  record StatedTerms(
      UUID assetId, @Nullable BigDecimal contractRate, BuyerClass buyerClass, long version) {
    AssetTerms as(Participant participant) {
      return new AssetTerms(assetId, participant, contractRate, buyerClass, version);
    }
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        row.getObject("asset_id", UUID.class),
        row.getObject("exchange_id", UUID.class),
        row.getObject("delivery_day", LocalDate.class),
        row.getInt("revision"),
        row.getString("source"),
        List.of((BigDecimal[]) row.getArray("injection_mw").getArray()),
        row.getObject("recorded_at", OffsetDateTime.class),
        row.getObject("recorded_by", UUID.class));
  }

  private static GridDay gridDay(ResultSet row) throws SQLException {
    List<@Nullable BigDecimal> frequency = series(row, "frequency_hz");
    List<@Nullable BigDecimal> dayAhead = series(row, "day_ahead_price");
    List<@Nullable BigDecimal> realTime = series(row, "real_time_price");
    List<@Nullable BigDecimal> ancillary = series(row, "ancillary_charge");
    List<GridDay.Block> blocks = new ArrayList<>();
    for (int i = 0; i < frequency.size(); i++) {
      blocks.add(
          new GridDay.Block(
              i + 1, frequency.get(i), dayAhead.get(i), realTime.get(i), ancillary.get(i)));
    }
    return new GridDay(
        row.getObject("exchange_id", UUID.class),
        row.getObject("delivery_day", LocalDate.class),
        GridDay.Source.IMPORTED,
        row.getInt("revision"),
        blocks);
  }

  private static List<@Nullable BigDecimal> series(ResultSet row, String column)
      throws SQLException {
    return Arrays.asList((BigDecimal[]) row.getArray(column).getArray());
  }

  private static Array column(
      Connection connection, GridFile.Day day, Function<GridDay.Block, @Nullable BigDecimal> figure)
      throws SQLException {
    return connection.createArrayOf("numeric", day.blocks().stream().map(figure).toArray());
  }

  private static Array numbers(Connection connection, List<BigDecimal> numbers)
      throws SQLException {
    return connection.createArrayOf("numeric", numbers.toArray());
  }
}
