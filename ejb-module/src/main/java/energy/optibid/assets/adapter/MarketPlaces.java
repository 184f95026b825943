package energy.optibid.assets.adapter;

import energy.optibid.assets.domain.KnownPlaces;
import energy.optibid.market.BidArea;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Markets;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.UUID;

/** Places as the market capability and the caller's own sites know them. */
@ApplicationScoped
@Typed(KnownPlaces.class)
class MarketPlaces implements KnownPlaces {
  private final Markets markets;
  private final BidAreas areas;
  private final TenantConnections connections;

  @Inject
  MarketPlaces(Markets markets, BidAreas areas, TenantConnections connections) {
    this.markets = markets;
    this.areas = areas;
    this.connections = connections;
  }

  @Override
  public boolean hasMarket(String marketCode) {
    return markets.find(marketCode).isPresent();
  }

  @Override
  public boolean hasBiddingArea(String marketCode, String areaCode) {
    return areas
        .find(marketCode, areaCode)
        .filter(area -> area.kind() == BidArea.Kind.BIDDING)
        .isPresent();
  }

  @Override
  public boolean hasSite(UUID siteId, String marketCode, String areaCode) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    "select 1 from site where id = ? and market_code = ? and area_code = ?",
                    row -> row.getInt(1),
                    siteId,
                    marketCode,
                    areaCode)
                .isPresent());
  }
}
