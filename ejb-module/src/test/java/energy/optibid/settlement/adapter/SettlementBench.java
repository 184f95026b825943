package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static energy.optibid.settlement.adapter.SettledMonth.LAST;

import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.clearing.Awards;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.gateway.adapter.ExchangeResultDesk;
import energy.optibid.gateway.adapter.JdbcMessageStore;
import energy.optibid.gateway.adapter.JdbcResultStore;
import energy.optibid.gateway.adapter.OutsideProgress;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.metering.adapter.JdbcReadingStore;
import energy.optibid.metering.adapter.MeterDesk;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.settlement.MeterReadingFiles;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementRequest;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** The desks of settlement on a real PostgreSQL, for the owner of a {@link SettledMonth}. */
final class SettlementBench {
  static final PostgresServer SERVER = PostgresServer.shared();

  final Caller owner = Tenants.create(SERVER);
  final Caller rival = Tenants.create(SERVER);
  final SettledMonth month = new SettledMonth(SERVER, owner);

  private final LocalTransactions transactions = SERVER.transactions();
  private final Auctions auctions = new SandboxWorld(SERVER).auctions();
  private final Rules rules = new ClassPathRulePacks().rules();
  private final PackArchive archive =
      new JdbcPackArchive(transactions, transactions, SERVER.systemConnections());
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final Jobs jobs =
      new PostgresJobs(transactions, transactions, new PostgresOutbox(transactions), audit);
  private final Clock clock = Clock.systemUTC();
  private final JdbcInputStore inputStore = new JdbcInputStore(transactions);
  private final JdbcTradedDays traded = new JdbcTradedDays(transactions);
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final JdbcAuctionFloor floor = new JdbcAuctionFloor(transactions, outbox);
  final ExchangeAwards outside =
      new ExchangeResultDesk(
          new JdbcResultStore(transactions),
          new JdbcMessageStore(transactions),
          auctions,
          new OutsideProgress(floor, new JdbcResultStore(transactions), audit),
          outbox,
          clock);
  private final GridSource grid = new GridSource(inputStore, traded);
  private final JdbcShadowStore shadowStore = new JdbcShadowStore(transactions);

  final JdbcStatementStore store = new JdbcStatementStore(transactions);
  final SettlementInputs inputs =
      new SettlementInputDesk(month.assets(), rules, inputStore, traded, grid, audit, clock);
  final MeterReadingFiles meters =
      new MeterReadingFileDesk(
          month.assets(),
          new MeterDesk(
              month.assets(),
              WatchedPlant.nobody(Awards.class),
              new StoredMarkets(transactions, transactions),
              rules,
              new JdbcReadingStore(transactions),
              audit,
              outbox,
              clock),
          new JdbcStoredReadings(transactions),
          traded);
  final StatementDesk statements =
      new StatementDesk(
          store,
          traded,
          new LineOrigins(rules, archive),
          new SettledAuctions(floor, store, outside, rules, audit),
          jobs,
          audit,
          clock);
  final StatementFileDesk files = new StatementFileDesk(statements, store);
  final ShadowDesk shadows = new ShadowDesk(statements, store, shadowStore, audit, clock);
  final DisputeDesk disputes =
      new DisputeDesk(store, shadowStore, new JdbcDisputeStore(transactions), audit, clock);
  private final StatementJob job =
      new StatementJob(
          transactions, month.assets(), rules, archive, inputStore, traded, outside, grid, store);

  /** The month's grid data, as a file of the owner. */
  void importGrid() {
    asOwner(() -> inputs.importGrid(null, SettledMonth.grid()));
  }

  /** A statement of the month, asked for and calculated. */
  Statement calculated() {
    Statement asked = ask();
    run(asked);
    return kept(asked);
  }

  Statement ask() {
    return ask(FIRST, LAST);
  }

  Statement ask(LocalDate first, LocalDate last) {
    return asOwner(() -> statements.create(new StatementRequest(null, first, last)));
  }

  /** The job of a statement that was asked for. */
  void run(Statement asked) {
    Tenancy.runAs(
        Tenancy.jobCaller(owner.organization(), owner.userId()), () -> job.run(new Run(asked)));
  }

  /** The statement as it is kept now. */
  Statement kept(Statement asked) {
    return asOwner(() -> statements.require(asked.id()));
  }

  Auction auction(UUID id) {
    return floor.find(id).orElseThrow();
  }

  /** How often an event was told of an auction. */
  long events(UUID auctionId, String type) {
    return SERVER
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.first(
                        connection,
                        "select count(*) from outbox where aggregate_id = ? and type = ?",
                        row -> row.getLong(1),
                        auctionId,
                        type)
                    .orElseThrow());
  }

  <T> T asOwner(Supplier<T> work) {
    return as(owner, work);
  }

  <T> T as(Caller caller, Supplier<T> work) {
    return transactions.callAs(caller, work);
  }

  private record Run(Statement statement) implements JobRun {
    @Override
    public UUID id() {
      return statement.jobId();
    }

    @Override
    public JsonObject input() {
      return Json.createObjectBuilder()
          .add("statementId", statement.id().toString())
          .add("firstDay", statement.firstDay().toString())
          .add("lastDay", statement.lastDay().toString())
          .build();
    }

    @Override
    public void progress(long done, long total, String note) {}

    @Override
    public void checkCancelled() {}
  }
}
