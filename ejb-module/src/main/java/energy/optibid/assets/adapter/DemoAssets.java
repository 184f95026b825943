package energy.optibid.assets.adapter;

import energy.optibid.assets.AssetType;
import energy.optibid.identity.DemoOrganizations;
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
import java.util.List;
import java.util.UUID;

/**
 * Gives each demo organisation a site and assets, once: what somebody changes or deletes afterwards
 * stays so.
 */
@Singleton
@Startup
@DependsOn("DemoIdentity")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoAssets {
  private static final String MARKET = "gme-mgp";

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
    for (DemoSite site : SITES) {
      int siteIsNew =
          Sql.change(
              connection,
              "insert into site (id, organization_id, name, market_code, area_code, version)"
                  + " values (?, ?, ?, ?, ?, 1) on conflict do nothing",
              site.id(),
              site.owner().id().value(),
              site.name(),
              MARKET,
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
    return Sql.change(
        connection,
        "insert into asset (id, organization_id, site_id, name, type, market_code, area_code,"
            + " max_injection_mw, max_withdrawal_mw, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        asset.id(),
        site.owner().id().value(),
        asset.area().equals(site.area()) ? site.id() : null,
        asset.name(),
        asset.type().code(),
        MARKET,
        asset.area(),
        BigDecimal.valueOf(asset.injection()),
        BigDecimal.valueOf(asset.withdrawal()));
  }

  private record DemoSite(
      UUID id, DemoOrganizations owner, String name, String area, List<DemoAsset> assets) {}

  private record DemoAsset(
      UUID id, String name, AssetType type, String area, int injection, int withdrawal) {}

  private static final List<DemoSite> SITES =
      List.of(
          new DemoSite(
              id("100"),
              DemoOrganizations.DEMO,
              "Po Valley",
              "NORD",
              List.of(
                  new DemoAsset(id("101"), "Po Valley CCGT", AssetType.THERMAL, "NORD", 500, 0),
                  new DemoAsset(id("102"), "Apulia Solar", AssetType.SOLAR, "SUD", 120, 0),
                  new DemoAsset(id("103"), "Sicily Battery", AssetType.BATTERY, "SICI", 50, 50),
                  new DemoAsset(id("104"), "Milano Retail", AssetType.LOAD, "NORD", 0, 300))),
          new DemoSite(
              id("200"),
              DemoOrganizations.RIVAL,
              "Adda",
              "NORD",
              List.of(
                  new DemoAsset(id("201"), "Adda CCGT", AssetType.THERMAL, "NORD", 400, 0),
                  new DemoAsset(id("202"), "Gargano Wind", AssetType.WIND, "SUD", 150, 0),
                  new DemoAsset(id("203"), "Etna Battery", AssetType.BATTERY, "SICI", 40, 40),
                  new DemoAsset(id("204"), "Torino Retail", AssetType.LOAD, "NORD", 0, 250))));

  private static UUID id(String last) {
    return UUID.fromString("01900000-0000-7000-8000-000000000" + last);
  }
}
