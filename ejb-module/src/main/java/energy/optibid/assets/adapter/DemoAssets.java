package energy.optibid.assets.adapter;

import energy.optibid.assets.TechnicalLimits;
import energy.optibid.assets.adapter.DemoPortfolio.DemoAsset;
import energy.optibid.assets.adapter.DemoPortfolio.DemoSite;
import energy.optibid.assets.domain.LimitsCodec;
import energy.optibid.shared.DeploymentProfile;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives each demo organisation its {@link DemoPortfolio}, once: what somebody changes or deletes
 * afterwards stays so.
 */
@Singleton
@Startup
@DependsOn("DemoIdentity")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoAssets {
  @Inject private DeploymentProfile profile;
  @Inject private SystemConnections connections;

  @PostConstruct
  void load() {
    if (profile.isDemo()) {
      connections.inTransaction(DemoAssets::addSites);
    }
  }

  /**
   * @return how many assets were new
   */
  private static int addSites(Connection connection) throws SQLException {
    int added = 0;
    for (DemoSite site : DemoPortfolio.SITES) {
      // a site that is there was loaded before, whatever became of its assets since
      int siteIsNew =
          Sql.change(
              connection,
              "insert into site (id, organization_id, name, market_code, area_code, version)"
                  + " values (?, ?, ?, ?, ?, 1) on conflict do nothing",
              site.id(),
              site.owner().id().value(),
              site.name(),
              site.market(),
              site.area());
      if (siteIsNew == 1) {
        for (DemoAsset asset : site.assets()) {
          added += insert(connection, site, asset);
        }
      }
    }
    return added;
  }

  private static int insert(Connection connection, DemoSite site, DemoAsset asset)
      throws SQLException {
    TechnicalLimits limits = asset.limits();
    return Sql.change(
        connection,
        "insert into asset (id, organization_id, site_id, name, type, market_code, area_code,"
            + " max_injection_mw, max_withdrawal_mw, limits, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
        asset.id(),
        site.owner().id().value(),
        asset.area().equals(site.area()) ? site.id() : null,
        asset.name(),
        asset.type().code(),
        site.market(),
        asset.area(),
        BigDecimal.valueOf(asset.injection()),
        BigDecimal.valueOf(asset.withdrawal()),
        limits == null ? null : LimitsCodec.write(limits));
  }
}
