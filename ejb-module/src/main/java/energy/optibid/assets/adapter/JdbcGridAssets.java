package energy.optibid.assets.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Fuel;
import energy.optibid.assets.GridAssets;
import energy.optibid.assets.domain.LimitsCodec;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assets of a grid by plain JDBC: the platform's transactions have no entities. */
@ApplicationScoped
@Typed(GridAssets.class)
public class JdbcGridAssets implements GridAssets {
  private final TenantConnections connections;

  @Inject
  public JdbcGridAssets(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<GridAsset> of(String grid, Set<OrganizationId> owners, Set<UUID> ids) {
    Object[] ownerIds = owners.stream().map(OrganizationId::value).toArray();
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select a.* from asset a join market m on m.code = a.market_code
                 where m.grid = ? and (a.organization_id = any(?) or a.id = any(?))
                 order by a.id
                """,
                JdbcGridAssets::asset,
                grid,
                connection.createArrayOf("uuid", ownerIds),
                connection.createArrayOf("uuid", ids.toArray())));
  }

  private static @Nullable Fuel fuel(@Nullable String code) {
    return code == null ? null : Fuel.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static GridAsset asset(ResultSet row) throws SQLException {
    AssetType type = AssetType.valueOf(row.getString("type").toUpperCase(Locale.ROOT));
    BigDecimal injection = row.getBigDecimal("max_injection_mw");
    BigDecimal withdrawal = row.getBigDecimal("max_withdrawal_mw");
    String limits = row.getString("limits");
    return new GridAsset(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Asset(
            row.getObject("id", UUID.class),
            row.getObject("site_id", UUID.class),
            row.getString("name"),
            type,
            fuel(row.getString("fuel")),
            row.getString("market_code"),
            row.getString("area_code"),
            injection,
            withdrawal,
            LimitsCodec.effective(type, limits, injection, withdrawal),
            limits != null,
            row.getLong("version")));
  }
}
