package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidTemplate;
import energy.optibid.bidding.domain.BidTemplateStore;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Templates in the table {@code bid_template}. */
@ApplicationScoped
@Typed(BidTemplateStore.class)
public class JdbcBidTemplateStore implements BidTemplateStore {
  private final TenantConnections connections;

  @Inject
  public JdbcBidTemplateStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<BidTemplate> list() {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select * from bid_template order by name",
                JdbcBidTemplateStore::template));
  }

  @Override
  public Optional<BidTemplate> find(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select * from bid_template where id = ?",
                JdbcBidTemplateStore::template,
                id));
  }

  @Override
  public void put(BidTemplate template) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into bid_template (id, organization_id, name, market_code, delivery_day,
                  time_zone, block_minutes, asset_id, area_code, side, label, carry_over, lines,
                  block_orders, updated_at, updated_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                on conflict (id) do update
                  set name = excluded.name, market_code = excluded.market_code,
                      delivery_day = excluded.delivery_day, time_zone = excluded.time_zone,
                      block_minutes = excluded.block_minutes, asset_id = excluded.asset_id,
                      area_code = excluded.area_code, side = excluded.side,
                      label = excluded.label, carry_over = excluded.carry_over,
                      lines = excluded.lines, block_orders = excluded.block_orders,
                      updated_at = excluded.updated_at, updated_by = excluded.updated_by,
                      version = excluded.version
                """,
                template.id(),
                Tenancy.require().organization().value(),
                template.name(),
                template.marketCode(),
                template.deliveryDay(),
                template.timeZone(),
                template.blockMinutes(),
                template.assetId(),
                template.areaCode(),
                template.side().code(),
                template.label(),
                template.carryOver(),
                BidLines.write(template.blocks()),
                BidLines.writeOrders(template.blockOrders()),
                template.updatedAt(),
                template.updatedBy(),
                template.version()));
  }

  @Override
  public void delete(UUID id) {
    connections.withConnection(
        connection -> Sql.change(connection, "delete from bid_template where id = ?", id));
  }

  private static BidTemplate template(ResultSet row) throws SQLException {
    return new BidTemplate(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("market_code"),
        row.getObject("delivery_day", LocalDate.class),
        row.getString("time_zone"),
        row.getInt("block_minutes"),
        row.getObject("asset_id", UUID.class),
        row.getString("area_code"),
        BidSide.ofCode(row.getString("side")).orElseThrow(),
        row.getString("label"),
        BidLines.read(row.getString("lines")),
        row.getBoolean("carry_over"),
        BidLines.readOrders(row.getString("block_orders")),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getObject("updated_by", UUID.class),
        row.getLong("version"));
  }
}
