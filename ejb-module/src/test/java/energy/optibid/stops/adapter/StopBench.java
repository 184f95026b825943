package energy.optibid.stops.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.adapter.BiddingDesk;
import energy.optibid.bidding.adapter.InternalVenue;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.identity.Permissions;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Tenancy;
import energy.optibid.stops.StopInput;
import energy.optibid.stops.StopScope;
import energy.optibid.stops.TradingStop;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A desk with one plant whose trading can be stopped, on a real PostgreSQL. */
final class StopBench {
  private final PostgresServer server = PostgresServer.shared();
  final SandboxWorld world = new SandboxWorld(server);
  final LocalTransactions transactions = world.transactions();
  private final PostgresOutbox outbox = new PostgresOutbox(transactions);
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  final StopStore store = new StopStore(transactions);
  private final BidsInReach reach = new BidsInReach(transactions);
  final Bidding bidding =
      new BiddingDesk(
          new JdbcBidStore(transactions),
          world.auctions(),
          world.assets(),
          world.rules(),
          new InternalVenue(),
          outbox,
          audit,
          Clock.systemUTC(),
          List.of(new StopCheck(store)));
  final StopDesk desk =
      new StopDesk(
          store,
          reach,
          transactions,
          world.assets(),
          new PostgresJobs(transactions, transactions, outbox, audit),
          outbox,
          audit,
          Clock.systemUTC());
  final StopSweep sweep =
      new StopSweep(transactions, store, reach, bidding, outbox, Clock.systemUTC());

  <T> T act(Supplier<T> work) {
    return transactions.callAs(world.caller(), work);
  }

  /** Another member of the same organisation. */
  Caller colleague() {
    UUID user = Ids.next();
    server.execute(
        """
        insert into app_user (id, email, display_name) values ('%1$s', '%1$s@desk.test', 'Bo');
        insert into membership (id, organization_id, user_id, role)
        values ('%2$s', '%3$s', '%1$s', 'trader')"""
            .formatted(user, Ids.next(), world.caller().organization().value()));
    return new Caller(user, user + "@desk.test", world.caller().organization(), Permissions.ALL);
  }

  BidDraft sale(UUID auctionId) {
    return new BidDraft(
        auctionId,
        world.assetId(),
        "NORD",
        BidSide.SELL,
        "base",
        List.of(
            new BidDraft.Block(
                1, List.of(new BidDraft.Point(BigDecimal.TEN, BigDecimal.valueOf(5))))));
  }

  BidView draft(Caller writer, UUID auctionId) {
    return transactions.callAs(writer, () -> bidding.create(sale(auctionId)));
  }

  BidView submit(Caller who, BidView bid) {
    return transactions.callAs(who, () -> bidding.submit(bid.id(), bid.version()));
  }

  BidView submitted(UUID auctionId) {
    return submit(world.caller(), draft(world.caller(), auctionId));
  }

  TradingStop place(StopScope scope, @Nullable UUID subject) {
    return act(() -> desk.place(new StopInput(scope, subject, "The model went wild")));
  }

  /** The job of a stop, as its worker runs it. */
  JsonObject work(TradingStop stop) {
    return work(stop, () -> {});
  }

  /**
   * The same.
   *
   * @param between the steps; may throw to end it
   */
  JsonObject work(TradingStop stop, Runnable between) {
    try {
      return Tenancy.callAs(
          Tenancy.jobCaller(world.caller().organization(), stop.placedBy().id()),
          () -> sweep.run(new Run(stop, between)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private record Run(TradingStop stop, Runnable between) implements JobRun {
    @Override
    public UUID id() {
      return stop.jobId();
    }

    @Override
    public JsonObject input() {
      return StopSweep.input(stop.id());
    }

    @Override
    public void progress(long done, long total, String note) {
      if (done > total) {
        throw new AssertionError(done + " of " + total);
      }
    }

    @Override
    public void checkCancelled() {
      between.run();
    }
  }
}
