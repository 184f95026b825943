package energy.optibid.testing;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetInput;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Assets;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auctions;
import energy.optibid.market.BlockBook;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.OrderBooks;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with one plant of 500 MW in NORD and as many sandboxes of 24 blocks as a test
 * wants. In every block NORD buys 100 MW at any price and is offered 60 at 20.00 and 60 at 50.00.
 */
public final class SandboxWorld {
  public static final LocalDate DAY = LocalDate.parse("2025-04-02");

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final PostgresServer server;
  private final Caller caller;
  private final LocalTransactions transactions;
  private final UUID assetId = Ids.next();

  public SandboxWorld(PostgresServer server) {
    this.server = server;
    this.caller = Tenants.create(server);
    this.transactions = server.transactions();
    insert(
        """
        insert into asset (id, organization_id, name, type, market_code, area_code,
                           max_injection_mw, max_withdrawal_mw, version)
        values (?, ?, 'Plant', 'thermal', 'gme-mgp', 'NORD', 500, 0, 1)
        """,
        assetId,
        caller.organization().value());
  }

  public Caller caller() {
    return caller;
  }

  public LocalTransactions transactions() {
    return transactions;
  }

  public UUID assetId() {
    return assetId;
  }

  /** A new open sandbox. */
  public UUID openAuction() {
    return openAuction(LocalDate.of(2025, 4, 2));
  }

  /** The same on a day of 24 hours. */
  public UUID openAuction(LocalDate day) {
    UUID id = Ids.next();
    insert(
        """
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
                             gate_opens_at, gate_closes_at, time_zone, currency, block_minutes,
                             block_count, areas, version)
        values (?, ?, 'gme-mgp', ?, 'sandbox', 'replay', 'open', '2025-03-24T06:00:00Z',
                '2025-04-01T10:00:00Z', 'Europe/Rome', 'EUR', 60, 24, 'NORD', 1)
        """,
        id,
        caller.organization().value(),
        day);
    return id;
  }

  private void insert(String sql, Object... values) {
    server
        .systemConnections()
        .inTransaction(
            (Connection connection) -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
              }
            });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  public Auctions auctions() {
    return new GatedAuctions(transactions);
  }

  public Rules rules() {
    return new ClassPathRulePacks().rules();
  }

  /** The one plant. */
  public Assets assets() {
    Asset plant =
        new Asset(
            assetId,
            null,
            "Plant",
            AssetType.NUCLEAR,
            null,
            "gme-mgp",
            "NORD",
            BigDecimal.valueOf(500),
            BigDecimal.ZERO,
            new TechnicalLimits.Nuclear(
                BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO),
            true,
            1);
    return new OnePlant(plant);
  }

  public OrderBooks books() {
    return books(List.of());
  }

  /** The same with blocks that are left to the engine. */
  public OrderBooks books(List<BlockOrder> blocks) {
    DeliveryDay day = new DeliveryDay(DAY, ROME, Duration.ofHours(1));
    return new OrderBooks() {
      @Override
      public ClearingInput load(UUID auctionId, ClearingRules rules) {
        List<BlockBook> books = new ArrayList<>();
        for (int block = 1; block <= day.blockCount(); block++) {
          books.add(load(auctionId, block, rules));
        }
        return new ClearingInput(auctionId, books, blocks);
      }

      @Override
      public BlockBook load(UUID auctionId, int block, ClearingRules rules) {
        return new BlockBook(
            block,
            day.block(block),
            List.of("NORD"),
            List.of(
                order(Side.BUY, step("4000", "100")),
                order(Side.SELL, step("20", "60"), step("50", "60"))),
            List.of(),
            List.of(),
            rules);
      }
    };
  }

  private static Order order(Side side, Step... steps) {
    return new Order(BlockBook.orderId("NORD", side), "NORD", side, List.of(steps));
  }

  private static Step step(String price, String megawatts) {
    return new Step(Price.of(price), Power.ofMegawatts(megawatts));
  }

  /** Prices that only remember what was published. */
  public static final class RememberedPrices implements Prices {
    private final List<List<AreaPrices>> published = new ArrayList<>();

    /** Every publication, in order. */
    public List<List<AreaPrices>> publications() {
      return published;
    }

    @Override
    public void publishCleared(
        UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
      published.add(prices);
    }

    @Override
    public void keepCleared(
        UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
      published.add(prices);
    }

    @Override
    public List<AreaPrices> published(UUID auctionId) {
      return List.of();
    }

    @Override
    public List<AreaPrices> cleared(UUID auctionId) {
      return published.isEmpty() ? List.of() : published.get(published.size() - 1);
    }

    @Override
    public List<PricePoint> between(
        String marketCode,
        @Nullable String area,
        OffsetDateTime from,
        OffsetDateTime to,
        @Nullable PriceSource source,
        @Nullable UUID auctionId) {
      return List.of();
    }
  }

  private record OnePlant(Asset plant) implements Assets {
    @Override
    public Optional<Asset> find(UUID id) {
      return plant.id().equals(id) ? Optional.of(plant) : Optional.empty();
    }

    @Override
    public Asset require(UUID id) {
      return find(id).orElseThrow();
    }

    @Override
    public Page<Asset> list(@Nullable String areaCode, @Nullable String cursor, int limit) {
      return new Page<>(List.of(plant), null);
    }

    @Override
    public Asset create(AssetInput input) {
      throw new UnsupportedOperationException("there is one plant");
    }

    @Override
    public Asset replace(UUID id, long expectedVersion, AssetInput input) {
      throw new UnsupportedOperationException("the plant stays as it is");
    }

    @Override
    public void delete(UUID id, long expectedVersion) {
      throw new UnsupportedOperationException("the plant stays");
    }
  }
}
