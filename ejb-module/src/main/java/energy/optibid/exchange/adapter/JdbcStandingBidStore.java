package energy.optibid.exchange.adapter;

import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.exchange.StandingBid;
import energy.optibid.exchange.domain.StandingBidStore;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Standing bids in {@code standing_bid}. */
@ApplicationScoped
@Typed(StandingBidStore.class)
public class JdbcStandingBidStore implements StandingBidStore {
  private final TenantConnections connections;

  @Inject
  public JdbcStandingBidStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<Owned> of(UUID exchangeId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select * from standing_bid where exchange_id = ? order by asset_id",
                row ->
                    new Owned(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getObject("created_by", UUID.class),
                        bid(row)),
                exchangeId));
  }

  @Override
  public Optional<StandingBid> find(UUID exchangeId, UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select * from standing_bid where exchange_id = ? and asset_id = ?",
                JdbcStandingBidStore::bid,
                exchangeId,
                assetId));
  }

  @Override
  public void put(StandingBid bid, UUID by) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into standing_bid (id, organization_id, exchange_id, asset_id, area_code,
                  side, points, created_by, updated_at, version)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1)
                on conflict (exchange_id, asset_id) do update
                  set area_code = excluded.area_code, side = excluded.side,
                      points = excluded.points, created_by = excluded.created_by,
                      updated_at = excluded.updated_at, version = standing_bid.version + 1
                """,
                Ids.next(),
                Tenancy.require().organization().value(),
                bid.exchangeId(),
                bid.assetId(),
                bid.areaCode(),
                bid.side().code(),
                text(bid.points()),
                by,
                bid.updatedAt()));
  }

  @Override
  public boolean delete(UUID exchangeId, UUID assetId) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    "delete from standing_bid where exchange_id = ? and asset_id = ?",
                    exchangeId,
                    assetId))
        > 0;
  }

  @Override
  public void holdPlace(UUID auctionId, UUID assetId) {
    connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
                row -> row.getString(1),
                "standing bid " + auctionId + " " + assetId));
  }

  @Override
  public boolean hasBid(UUID auctionId, UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select b.id from bid b
                      join bid_version v on v.bid_id = b.id and v.number = b.version_number
                     where b.auction_id = ? and v.asset_id = ? and b.state <> 'withdrawn' limit 1
                    """,
                    row -> row.getObject(1, UUID.class),
                    auctionId,
                    assetId)
                .isPresent());
  }

  private static StandingBid bid(ResultSet row) throws SQLException {
    return new StandingBid(
        row.getObject("exchange_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getString("area_code"),
        BidSide.ofCode(row.getString("side")).orElseThrow(),
        points(row.getString("points")),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getLong("version"));
  }

  private static String text(List<BidPoint> points) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    points.forEach(
        point -> array.add(Json.createArrayBuilder().add(point.price()).add(point.quantity())));
    return array.build().toString();
  }

  private static List<BidPoint> points(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(
              pair ->
                  new BidPoint(
                      pair.getJsonNumber(0).bigDecimalValue(),
                      pair.getJsonNumber(1).bigDecimalValue()))
          .toList();
    }
  }
}
