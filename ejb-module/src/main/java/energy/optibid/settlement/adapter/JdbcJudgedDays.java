package energy.optibid.settlement.adapter;

import energy.optibid.settlement.domain.JudgedDay;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judged days in {@code judged_deviation_day}; works in the caller's transaction. */
@ApplicationScoped
public class JdbcJudgedDays {
  private final TenantConnections connections;

  @Inject
  public JdbcJudgedDays(TenantConnections connections) {
    this.connections = connections;
  }

  /** An asset in one world. */
  record Key(OrganizationId owner, UUID assetId, @Nullable UUID exchangeId) {}

  /**
   * The days as they stand, held until the transaction ends, so that who comes at the same time
   * waits here and then sees what this transaction did. Days that are gone by are forgotten.
   *
   * @param blocks how many blocks each day has; days of another number begin anew
   */
  Map<LocalDate, JudgedDay> hold(Key key, Map<LocalDate, Integer> blocks, LocalDate oldest) {
    Object[] days = blocks.keySet().toArray();
    return connections.withConnection(
        connection -> {
          Sql.change(
              connection,
              """
              insert into judged_deviation_day (organization_id, asset_id, exchange_id,
                delivery_day, revisions, outside)
              select ?, ?, ?::uuid, d.day, array_fill(0, array[d.blocks]),
                     array_fill(false, array[d.blocks])
                from unnest(?::date[], ?::integer[]) as d (day, blocks) order by d.day
              on conflict do nothing
              """,
              key.owner().value(),
              key.assetId(),
              key.exchangeId(),
              connection.createArrayOf("date", days),
              connection.createArrayOf("int4", blocks.values().toArray()));
          Map<LocalDate, JudgedDay> held = new TreeMap<>();
          Sql.rows(
              connection,
              """
              select delivery_day, revisions, outside from judged_deviation_day
               where asset_id = ? and exchange_id is not distinct from ?::uuid
                 and delivery_day = any (?)
               order by delivery_day for update
              """,
              row -> held.put(row.getObject(1, LocalDate.class), judged(row)),
              key.assetId(),
              key.exchangeId(),
              connection.createArrayOf("date", days));
          blocks.forEach(
              (day, count) ->
                  held.computeIfPresent(
                      day,
                      (same, kept) ->
                          kept.revisions().size() == count ? kept : JudgedDay.none(count)));
          Sql.change(
              connection,
              """
              delete from judged_deviation_day
               where asset_id = ? and exchange_id is not distinct from ?::uuid and delivery_day < ?
              """,
              key.assetId(),
              key.exchangeId(),
              oldest);
          return held;
        });
  }

  /** Keeps a held day as it is now. */
  void keep(Key key, LocalDate day, JudgedDay judged) {
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    update judged_deviation_day set revisions = ?, outside = ?
                     where asset_id = ? and exchange_id is not distinct from ?::uuid
                       and delivery_day = ?
                    """,
                    connection.createArrayOf("int4", judged.revisions().toArray()),
                    connection.createArrayOf("bool", judged.outside().toArray()),
                    key.assetId(),
                    key.exchangeId(),
                    day));
  }

  private static JudgedDay judged(ResultSet row) throws SQLException {
    return new JudgedDay(
        List.of((Integer[]) row.getArray(2).getArray()),
        List.of((Boolean[]) row.getArray(3).getArray()));
  }
}
