package energy.optibid.book.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.assets.Sites;
import energy.optibid.book.Book;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookQuery;
import energy.optibid.book.domain.BookGrid;
import energy.optibid.book.domain.BookSums;
import energy.optibid.book.domain.Commitment;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.market.World;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a day's commitments in one transaction and adds them up. */
@ApplicationScoped
@Typed(Book.class)
@InTransaction
public class BookDesk implements Book {
  private static final int PAGE = 1_000;

  private final JdbcCommitments commitments;
  private final TenantConnections connections;
  private final Assets assets;
  private final Sites sites;
  private final Markets markets;

  @Inject
  public BookDesk(
      JdbcCommitments commitments,
      TenantConnections connections,
      Assets assets,
      Sites sites,
      Markets markets) {
    this.commitments = commitments;
    this.connections = connections;
    this.assets = assets;
    this.sites = sites;
    this.markets = markets;
  }

  @Override
  public BookDay day(BookQuery query) {
    requireOne(query);
    Map<String, Market> byCode =
        markets.all().stream().collect(Collectors.toMap(Market::code, Function.identity()));
    World world = new World(query.exchangeId(), query.importId());
    Optional<String> ofWorld = marketOf(world);
    List<Asset> portfolio = portfolio(query, ofWorld, byCode);
    BookGrid grid = new BookGrid(query.deliveryDay(), zone(portfolio, ofWorld, byCode));
    Map<UUID, Asset> byId =
        portfolio.stream().collect(Collectors.toMap(Asset::id, Function.identity()));
    List<Commitment> standing =
        commitments
            .of(world, grid, query.assetId(), id -> Optional.ofNullable(byId.get(id)))
            .stream()
            .filter(commitment -> byId.containsKey(commitment.assetId()))
            .toList();
    return BookSums.of(
        query,
        grid,
        portfolio,
        standing,
        commitments.schedules(world, grid).entrySet().stream()
            .filter(schedule -> byId.containsKey(schedule.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static void requireOne(BookQuery query) {
    List<Fault> faults = new ArrayList<>();
    if (query.exchangeId() != null && query.importId() != null) {
      faults.add(new Fault("?importId", "one_world", "Name an exchange or an import, not both."));
    }
    if (query.assetId() != null && query.siteId() != null) {
      faults.add(new Fault("?siteId", "one_portfolio", "Name an asset or a site, not both."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.VALIDATION_FAILED, faults.get(0).message(), faults);
    }
  }

  /** The assets meant; without an asset or a site, those that stand on the world's grid. */
  private List<Asset> portfolio(
      BookQuery query, Optional<String> ofWorld, Map<String, Market> markets) {
    if (query.assetId() != null) {
      return List.of(assets.require(query.assetId()));
    }
    UUID siteId = query.siteId();
    if (siteId != null) {
      sites.require(siteId);
      return all().stream().filter(asset -> siteId.equals(asset.siteId())).toList();
    }
    List<Asset> all = all();
    String grid =
        ofWorld
            .or(() -> all.stream().findFirst().map(Asset::marketCode))
            .map(code -> grid(code, markets))
            .orElse("");
    return all.stream().filter(asset -> grid(asset.marketCode(), markets).equals(grid)).toList();
  }

  private static String grid(String market, Map<String, Market> markets) {
    return Optional.ofNullable(markets.get(market)).map(Market::grid).orElse("");
  }

  private static ZoneId zone(
      List<Asset> portfolio, Optional<String> ofWorld, Map<String, Market> markets) {
    return portfolio.stream()
        .findFirst()
        .map(Asset::marketCode)
        .or(() -> ofWorld)
        .map(markets::get)
        .map(market -> ZoneId.of(market.timeZone()))
        .orElse(ZoneOffset.UTC);
  }

  /**
   * A market of the world's auctions; empty for the real markets, which are of many grids.
   *
   * @throws ProblemException {@code not_found} for an exchange or import the caller may not see
   */
  private Optional<String> marketOf(World world) {
    if (world.equals(World.REAL)) {
      return Optional.empty();
    }
    Optional<String> market =
        connections.withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select a.market_code from auction a where %s limit 1"
                        .formatted(world.condition("a")),
                    row -> row.getString(1),
                    world.id()));
    if (market.isEmpty()) {
      throw ProblemException.notFound(world.exchangeId() == null ? "import" : "exchange");
    }
    return market;
  }

  private List<Asset> all() {
    List<Asset> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<Asset> page = assets.list(null, cursor, PAGE);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }
}
