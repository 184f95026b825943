package energy.optibid.exports.adapter;

import static energy.optibid.exports.domain.Column.day;
import static energy.optibid.exports.domain.Column.decimal;
import static energy.optibid.exports.domain.Column.instant;
import static energy.optibid.exports.domain.Column.integer;
import static energy.optibid.exports.domain.Column.text;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.ScheduleExports;
import energy.optibid.exports.domain.Column;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of other capabilities, whose own interfaces answer by bid and by asset: awards of
 * real exchanges or of published runs, as last revised, and implemented schedules.
 */
@ApplicationScoped
@Typed(ScheduleExports.class)
@InTransaction
public class ScheduleExportDesk implements ScheduleExports {
  private static final int POWER_SCALE = 6;
  private static final List<Column> COLUMNS =
      List.of(
          day("delivery_day"),
          text("asset_id"),
          text("asset"),
          text("area"),
          integer("block"),
          instant("starts_at_utc"),
          decimal("awarded_mw", POWER_SCALE),
          decimal("implemented_mw", POWER_SCALE));
  private static final String ROWS =
      """
      with awarded as (
        select w.asset_id, w.block, w.starts_at,
               case w.side when 'sell' then w.awarded_mw else -w.awarded_mw end as mw
          from (select distinct on (submission_id, block, block_order) *
                  from exchange_award where status <> 'provisional'
                 order by submission_id, block, block_order, revision desc) w
          join auction a on a.id = w.auction_id
         where ?::uuid is null and a.delivery_day = ?
        union all
        select w.asset_id, w.block, w.starts_at,
               case w.side when 'sell' then w.accepted_mwh else -w.accepted_mwh end
                 * 60 / a.block_minutes
          from award w
          join auction a on a.id = w.auction_id and a.latest_run_id = w.run_id
         where a.exchange_id = ?::uuid and a.delivery_day = ?
           and a.state in ('published', 'settled')),
      net as (
        select asset_id, block, min(starts_at) as starts_at, sum(mw) as mw
          from awarded group by asset_id, block),
      implemented as (
        select s.asset_id, b.block::integer as block, b.mw
          from (select distinct on (asset_id) asset_id, injection_mw
                  from implemented_schedule
                 where exchange_id is not distinct from ?::uuid and delivery_day = ?
                 order by asset_id, revision desc) s,
               unnest(s.injection_mw) with ordinality as b (mw, block))
      select x.id, x.name, x.area_code, coalesce(n.block, i.block) as block, n.starts_at,
             coalesce(n.mw, 0) as awarded_mw, i.mw as implemented_mw
        from net n
        full join implemented i on i.asset_id = n.asset_id and i.block = n.block
        join asset x on x.id = coalesce(n.asset_id, i.asset_id)
       where ?::uuid is null or x.id = ?::uuid
       order by x.name, x.id, coalesce(n.block, i.block)""";

  private final TenantConnections connections;

  @Inject
  public ScheduleExportDesk(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public ExportedFile schedules(
      LocalDate deliveryDay,
      @Nullable UUID assetId,
      @Nullable UUID exchangeId,
      ExportFormat format) {
    TableWriter writer = writer(format);
    List<Object[]> rows =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    ROWS,
                    row -> cells(deliveryDay, row),
                    exchangeId,
                    deliveryDay,
                    exchangeId,
                    deliveryDay,
                    exchangeId,
                    deliveryDay,
                    assetId,
                    assetId));
    return new ExportedFile(
        "schedules_" + deliveryDay + "." + format.code(),
        format,
        out -> writer.write(new Table("schedules", COLUMNS, rows.stream()), out));
  }

  private static TableWriter writer(ExportFormat format) {
    return switch (format) {
      case CSV -> new CsvTables();
      case XLSX -> new XlsxTables();
      case PARQUET -> {
        String sentence = "Schedules are written as csv or xlsx.";
        throw new ProblemException(
            ProblemCode.VALIDATION_FAILED,
            sentence,
            List.of(new Fault("?format", "unknown", sentence)));
      }
    };
  }

  @SuppressWarnings("NullAway") // an empty cell, see Column
  private static Object[] cells(LocalDate deliveryDay, ResultSet row) throws SQLException {
    OffsetDateTime starts = row.getObject("starts_at", OffsetDateTime.class);
    BigDecimal implemented = row.getBigDecimal("implemented_mw");
    return new Object[] {
      deliveryDay,
      row.getString("id"),
      row.getString("name"),
      row.getString("area_code"),
      row.getInt("block"),
      starts == null ? null : starts.toInstant(),
      plain(row.getBigDecimal("awarded_mw")),
      implemented == null ? null : plain(implemented)
    };
  }

  private static BigDecimal plain(BigDecimal megawatts) {
    BigDecimal stripped = megawatts.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
