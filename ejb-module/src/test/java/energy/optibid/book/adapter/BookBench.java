package energy.optibid.book.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetInput;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Assets;
import energy.optibid.assets.Site;
import energy.optibid.assets.SiteInput;
import energy.optibid.assets.Sites;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.adapter.JdbcVenueBids;
import energy.optibid.book.Book;
import energy.optibid.book.Contracts;
import energy.optibid.book.Registrations;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.market.Auction;
import energy.optibid.market.Markets;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A desk whose bids are held against the book, with assets and auctions of the real markets. */
final class BookBench {
  private static final Clock CLOCK = Clock.systemUTC();

  final PostgresServer server = PostgresServer.shared();
  final SandboxWorld world = new SandboxWorld(server);
  final LocalTransactions transactions = world.transactions();
  private final Map<UUID, Asset> owned = new LinkedHashMap<>();
  private final Assets assets = new OwnedAssets();
  private final Markets markets = new StoredMarkets(transactions, transactions);
  private final PostgresAuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  final JdbcCommitments commitments =
      new JdbcCommitments(transactions, new JdbcVenueBids(transactions), world.rules());
  final Contracts contracts = new StoredContracts(transactions, assets, audit, CLOCK);
  final Registrations registrations =
      new StoredRegistrations(transactions, assets, markets, audit, CLOCK);
  final Book book = new BookDesk(commitments, transactions, assets, new NoSites(), markets);
  final Bidding bidding =
      new BiddingDesk(
          new JdbcBidStore(transactions),
          world.auctions(),
          assets,
          world.rules(),
          new InternalVenue(),
          new PostgresOutbox(transactions),
          audit,
          CLOCK,
          List.of(
              new BookCheck(commitments, assets),
              new RegistrationCheck(commitments, transactions, assets, markets, world.rules())));

  <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  /** An asset of the organisation; a battery's limits are given, others bind nothing. */
  UUID asset(String market, String area, int injection, int withdrawal, TechnicalLimits limits) {
    UUID id = Ids.next();
    AssetType type = limits instanceof TechnicalLimits.Battery ? AssetType.BATTERY : AssetType.LOAD;
    insert(
        """
        insert into asset (id, organization_id, name, type, market_code, area_code,
                           max_injection_mw, max_withdrawal_mw, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        id,
        organization(),
        "Asset " + id,
        type.code(),
        market,
        area,
        injection,
        withdrawal);
    owned.put(
        id,
        new Asset(
            id,
            null,
            "Unit",
            type,
            null,
            market,
            area,
            BigDecimal.valueOf(injection),
            BigDecimal.valueOf(withdrawal),
            limits,
            true,
            1));
    return id;
  }

  static TechnicalLimits load() {
    return new TechnicalLimits.Load(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN);
  }

  /** An open auction of a real market over the whole day. */
  UUID auction(
      String market, String zone, LocalDate day, int minutes, String area, String currency) {
    UUID id = Ids.next();
    int blocks = new DeliveryDay(day, ZoneId.of(zone), Duration.ofMinutes(minutes)).blockCount();
    insert(
        """
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
                             gate_opens_at, gate_closes_at, time_zone, currency, block_minutes,
                             block_count, areas, version)
        values (?, ?, ?, ?, 'sandbox', 'replay', 'open', '2025-03-24T06:00:00Z',
                '2025-04-01T10:00:00Z', ?, ?, ?, ?, ?, 1)
        """,
        id,
        organization(),
        market,
        day,
        zone,
        currency,
        minutes,
        blocks,
        area);
    return id;
  }

  /**
   * Lets an auction end with what a run gave a bid: in each of its blocks the same energy.
   *
   * @param status provisional or final
   */
  void award(UUID auctionId, BidView bid, String offered, String accepted, String status) {
    UUID run = Ids.next();
    Auction auction = act(() -> world.auctions().require(auctionId));
    insert(
        """
        insert into clearing_run (id, organization_id, auction_id, number, state, created_at)
        values (?, ?, ?, 1, 'cleared', now())
        """,
        run,
        organization(),
        auctionId);
    insert("update auction set state = 'cleared', latest_run_id = ? where id = ?", run, auctionId);
    for (int block = 1; block <= auction.blockCount(); block++) {
      insert(
          """
          insert into award (id, organization_id, run_id, auction_id, bid_id, submission_id,
            asset_id, area_code, block, starts_at, side, offered_mwh, accepted_mwh, price, amount,
            currency, reason, sentence, status, source)
          select ?, s.organization_id, ?, s.auction_id, s.bid_id, s.id, v.asset_id, v.area_code, ?,
                 ?, v.side, ?::numeric, ?::numeric, 10, 0, 'EUR', 'in_the_money', '', ?, 'simulated'
            from submission s
            join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
           where s.bid_id = ?
          """,
          Ids.next(),
          run,
          block,
          auction.blocks().get(block - 1).start().atOffset(ZoneOffset.UTC),
          offered,
          accepted,
          status,
          bid.id());
    }
  }

  /**
   * Notes the result of a real exchange: of an hour of a bid so much, and the auction is final.
   *
   * @param status provisional, final or curtailed
   */
  void exchangeAward(
      UUID auctionId, BidView bid, int block, String megawatts, int revision, String status) {
    UUID connection = Ids.next();
    UUID result = Ids.next();
    insert(
        """
        insert into exchange_connection (id, organization_id, operator_code, kind, enabled,
          timeout_ms, attempts, created_at, version)
        values (?, ?, 'gme', 'simulated', true, 5000, 5, now(), 1)
        on conflict (organization_id, operator_code) do nothing
        """,
        connection,
        organization());
    insert(
        """
        insert into exchange_result (id, organization_id, connection_id, market_code, delivery_day,
          revision, digest, read_at)
        select ?, c.organization_id, c.id, a.market_code, a.delivery_day, ?, '', now()
          from auction a join exchange_connection c on c.organization_id = a.organization_id
         where a.id = ?
        """,
        result,
        revision,
        auctionId);
    insert("update auction set clock = 'wall', state = 'published' where id = ?", auctionId);
    insert(
        """
        insert into exchange_award (result_id, organization_id, auction_id, bid_id, submission_id,
          asset_id, area_code, side, block, starts_at, offered_mw, awarded_mw, awarded_mwh, price,
          currency, revision, status)
        select ?, s.organization_id, s.auction_id, s.bid_id, s.id, v.asset_id, v.area_code, v.side,
               ?, now(), 40, ?::numeric, ?::numeric, 10, 'EUR', ?, ?
          from submission s
          join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
         where s.bid_id = ?
        """,
        result,
        block,
        megawatts,
        megawatts,
        revision,
        status,
        bid.id());
  }

  void insert(String sql, @Nullable Object... values) {
    server
        .systemConnections()
        .inTransaction(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                  statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
              }
            });
  }

  UUID organization() {
    return world.caller().organization().value();
  }

  /** A bid of one price in blocks of an auction. */
  BidDraft draft(
      UUID auctionId, UUID assetId, BidSide side, int first, int last, String megawatts) {
    Asset asset = owned.get(assetId);
    if (asset == null) {
      throw new IllegalArgumentException("no such asset");
    }
    return new BidDraft(
        auctionId,
        assetId,
        asset.areaCode(),
        side,
        "desk",
        IntStream.rangeClosed(first, last)
            .mapToObj(
                block ->
                    new BidDraft.Block(
                        block,
                        List.of(new BidDraft.Point(BigDecimal.TEN, new BigDecimal(megawatts)))))
            .toList());
  }

  BidView created(BidDraft draft) {
    return act(() -> bidding.create(draft));
  }

  BidView submitted(BidDraft draft) {
    BidView bid = created(draft);
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  private final class OwnedAssets implements Assets {
    @Override
    public Optional<Asset> find(UUID id) {
      return Optional.ofNullable(owned.get(id));
    }

    @Override
    public Asset require(UUID id) {
      return find(id).orElseThrow();
    }

    @Override
    public Page<Asset> list(@Nullable String areaCode, @Nullable String cursor, int limit) {
      return new Page<>(List.copyOf(owned.values()), null);
    }

    @Override
    public Asset create(AssetInput input) {
      throw new UnsupportedOperationException("assets are given");
    }

    @Override
    public Asset replace(UUID id, long expectedVersion, AssetInput input) {
      throw new UnsupportedOperationException("assets are given");
    }

    @Override
    public void delete(UUID id, long expectedVersion) {
      throw new UnsupportedOperationException("assets are given");
    }
  }

  private static final class NoSites implements Sites {
    @Override
    public Optional<Site> find(UUID id) {
      return Optional.empty();
    }

    @Override
    public Site require(UUID id) {
      throw new UnsupportedOperationException("there are no sites");
    }

    @Override
    public Page<Site> list(@Nullable String cursor, int limit) {
      return new Page<>(List.of(), null);
    }

    @Override
    public Site create(SiteInput input) {
      throw new UnsupportedOperationException("there are no sites");
    }
  }
}
