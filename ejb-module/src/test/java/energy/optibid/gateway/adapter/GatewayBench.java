package energy.optibid.gateway.adapter;

import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.adapter.AuctionVenues;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.adapter.VenueReportDesk;
import energy.optibid.exports.adapter.DropSchedules;
import energy.optibid.exports.adapter.ScheduleExportDesk;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.HostRules;
import energy.optibid.market.Auction;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An organisation that takes part in a real auction, with its desk, its queue and one sender. */
final class GatewayBench {
  static final Instant GATE_CLOSES = Instant.parse("2025-04-01T10:00:00Z");
  static final Duration RESULT_AFTER = Duration.ofHours(1);

  private final PostgresServer server = PostgresServer.shared();
  private final LocalPlatform platform = new LocalPlatform(server);
  final SandboxWorld world = new SandboxWorld(server);
  final LocalTransactions transactions = world.transactions();
  final SettableClock clock = new SettableClock(Instant.parse("2025-03-30T10:00:00Z"));
  private final TenantConnections gate = new Gate();
  private final PostgresOutbox outbox = new PostgresOutbox(gate);
  private final PostgresAuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  final Path folder = temporary();
  private final GatewaySettings settings =
      new GatewaySettings(Optional.of("127.0.0.1"), Optional.of(folder.toString()));
  final JdbcConnectionStore connections =
      new JdbcConnectionStore(gate, new SealedSecrets(folder.resolve("keys")), clock);
  final JdbcMessageStore messages = new JdbcMessageStore(gate);
  private final JdbcBidStore bids = new JdbcBidStore(gate);
  private final GatewayVenues outside = new GatewayVenues(connections, messages, outbox, clock);
  private final AuctionVenues venues =
      new AuctionVenues(new InternalVenue(), outside, world.auctions(), bids);
  final Bidding bidding =
      new BiddingDesk(
          bids,
          world.auctions(),
          world.assets(),
          world.rules(),
          venues,
          outbox,
          audit,
          clock,
          List.of(new ConnectionCheck(connections)));
  private final VenueReportDesk reports =
      new VenueReportDesk(bids, venues, world.auctions(), world.assets(), outbox, audit, clock);
  final DropFolders folders = new DropFolders(settings, clock);
  final ExchangeLinks links =
      new ConfiguredLinks(folders, new HostRules(Set.of("127.0.0.1")), clock);
  final ConnectionDesk desk =
      new ConnectionDesk(
          transactions,
          connections,
          links,
          new StoredMarkets(transactions, transactions),
          audit,
          settings,
          clock);
  private final JdbcResultStore resultStore = new JdbcResultStore(gate);
  private final JdbcAuctionFloor floor = new JdbcAuctionFloor(gate, outbox);
  private final OutsideProgress progress = new OutsideProgress(floor, resultStore, audit);
  final ExchangeResultDesk results =
      new ExchangeResultDesk(resultStore, messages, world.auctions(), progress, outbox, clock);
  final FolderReading reading =
      new FolderReading(
          platform, transactions, connections, messages, folders, reports, results, clock);
  final ResultPolling polling =
      new ResultPolling(
          platform, transactions, connections, resultStore, links, results, messages, clock);

  /** A server that writes schedules at 17:30 in Kolkata, as if it had just started. */
  ScheduleDrops schedules() {
    return new ScheduleDrops(
        platform,
        transactions,
        connections,
        new JdbcScheduleStore(gate),
        new DropSchedules(new ScheduleExportDesk(transactions)),
        folders,
        messages,
        audit,
        new ScheduleSettings("17:30", "Asia/Kolkata"),
        clock);
  }

  /** A sender that reaches exchanges so. */
  MessageSender sender(UnaryOperator<ExchangeLinks> around) {
    return new MessageSender(
        platform, transactions, messages, connections, around.apply(links), reports, clock);
  }

  /**
   * @param timeoutMillis how long an answer is waited for
   */
  ExchangeConnection connect(StubExchange exchange, int timeoutMillis) {
    return connect(
        new ExchangeConnectionInput(
            "gme",
            ConnectionKind.HTTP,
            true,
            "M1",
            null,
            exchange.url(),
            StubExchange.SECRET,
            timeoutMillis,
            5));
  }

  ExchangeConnection connect(ExchangeConnectionInput input) {
    return act(() -> desk.create(input));
  }

  /** An open auction that an exchange outside holds. */
  UUID auction() {
    return auction(1, 1, 24, GATE_CLOSES);
  }

  /** An open auction of some blocks of the day; its result is due an hour after its gate. */
  UUID auction(int session, int firstBlock, int blockCount, Instant gateCloses) {
    UUID id = world.openAuction();
    server
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.change(
                    connection,
                    """
                    update auction set clock = 'wall', session = ?, first_block = ?,
                      block_count = ?, gate_closes_at = ?, clears_at = ? where id = ?""",
                    session,
                    firstBlock,
                    blockCount,
                    OffsetDateTime.ofInstant(gateCloses, ZoneOffset.UTC),
                    OffsetDateTime.ofInstant(gateCloses.plus(RESULT_AFTER), ZoneOffset.UTC),
                    id));
    return id;
  }

  /** The auction's state as it stands. */
  String auctionState(UUID auctionId) {
    return act(() -> world.auctions().require(auctionId)).state().code();
  }

  /** As a final statement does it. */
  void settle(UUID auctionId) {
    Auction ignored = act(() -> floor.settle(auctionId));
  }

  /** Time passes until then. */
  void until(Instant then) {
    clock.advance(Duration.between(clock.instant(), then));
  }

  BidDraft sell(UUID auctionId, String megawatts) {
    return sell(auctionId, 1, megawatts);
  }

  BidDraft sell(UUID auctionId, int block, String megawatts) {
    return new BidDraft(
        auctionId,
        world.assetId(),
        "NORD",
        BidSide.SELL,
        "base",
        List.of(
            new BidDraft.Block(
                block,
                List.of(new BidDraft.Point(new BigDecimal("10"), new BigDecimal(megawatts))))));
  }

  BidView submitted(UUID auctionId, String megawatts) {
    return submitted(auctionId, 1, megawatts);
  }

  BidView submitted(UUID auctionId, int block, String megawatts) {
    BidView bid = act(() -> bidding.create(sell(auctionId, block, megawatts)));
    return act(() -> bidding.submit(bid.id(), bid.version()));
  }

  BidView seen(UUID bid) {
    return act(() -> bidding.require(bid));
  }

  <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  /** Sends until nothing waits any more, as time goes by. */
  void drain(MessageSender sender) {
    for (int round = 0; round < 200; round++) {
      while (sender.next()) {
        // one message after the other
      }
      if (waiting() == 0) {
        return;
      }
      clock.advance(Duration.ofSeconds(10));
    }
    throw new AssertionError(waiting() + " messages never got an answer");
  }

  /** Messages of this organisation without an answer. */
  long waiting() {
    return count("select count(*) from exchange_message where state <> 'answered'");
  }

  /** Our references of what the desk believes the exchange holds. */
  Set<String> acknowledged(UUID auctionId) {
    return act(
        () -> {
          Set<String> references = new TreeSet<>();
          for (SubmittedBid bid : bidding.acknowledged(auctionId)) {
            references.add(messages.referenceOf(bid.submissionId()).orElseThrow());
          }
          return references;
        });
  }

  String reference(BidView bid) {
    UUID submission = Optional.ofNullable(bid.submission()).orElseThrow().id();
    return act(() -> messages.referenceOf(submission).orElseThrow());
  }

  String state(UUID bid) {
    return Optional.ofNullable(seen(bid).submission()).orElseThrow().state();
  }

  /** A number this organisation sees. */
  long count(String query, @Nullable Object... values) {
    return act(
        () ->
            gate.withConnection(
                connection ->
                    Sql.first(connection, query, row -> row.getLong(1), values).orElseThrow()));
  }

  /** Payloads of this organisation's events of a type, as they were written. */
  List<String> events(String type) {
    return platform.call(
        () ->
            platform.withConnection(
                connection ->
                    Sql.rows(
                        connection,
                        "select payload::text from outbox where organization_id = ? and type = ?"
                            + " union all select payload::text from event_log"
                            + " where organization_id = ? and type = ?",
                        row -> row.getString(1),
                        world.caller().organization().value(),
                        type,
                        world.caller().organization().value(),
                        type)));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("gateway");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connection of the platform's transaction, or of the caller's. */
  private final class Gate implements TenantConnections {
    @Override
    public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
      return platform.isOpen() ? platform.withConnection(work) : transactions.withConnection(work);
    }
  }
}
