package energy.optibid.clearing.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.Bidding;
import energy.optibid.clearing.BlockLimit;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.Replay.SweepOutcome;
import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplaySummary;
import energy.optibid.clearing.Replays;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.BlockLimits;
import energy.optibid.clearing.domain.ReplayBase;
import energy.optibid.clearing.domain.ReplayStore;
import energy.optibid.clearing.domain.Replaying;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Doing and showing replays; one transaction per call. */
@ApplicationScoped
@Typed({Replays.class, ReplayDesk.class})
@InTransaction
public class ReplayDesk implements Replays {
  private final ReplayStore store;
  private final ReplayBooks books;
  private final RunStore runs;
  private final Auctions auctions;
  private final ReplayChecks checks;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ReplayDesk(
      ReplayStore store,
      ReplayBooks books,
      RunStore runs,
      Auctions auctions,
      Bidding bidding,
      RunRules runRules,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.books = books;
    this.runs = runs;
    this.auctions = auctions;
    this.checks = new ReplayChecks(bidding, runRules);
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Replay replay(UUID auctionId, ReplayRequest request) {
    Auction auction = auctions.require(auctionId);
    UUID runId = requireResult(auction);
    checks.require(auction, requireRun(runId), books.own(runId), request);
    Caller caller = Tenancy.require();
    Replaying replaying = replaying(auction, runId, request);
    UUID id = Ids.next();
    SweepOutcome sweep = null;
    if (request.sweep() != null) {
      Job job =
          jobs.enqueue(
              SweepJob.KIND,
              Json.createObjectBuilder()
                  .add("replayId", id.toString())
                  .add("auctionId", auctionId.toString())
                  .build());
      sweep = new SweepOutcome(job.id(), job.state().slug(), List.of());
    }
    Replay replay =
        new Replay(
            id,
            auctionId,
            runId,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS),
            caller.userId(),
            request,
            replaying.outcome(runs.areas(runId)),
            sweep);
    store.add(replay);
    audit.record(
        "replay.made",
        "replay",
        id,
        Json.createObjectBuilder().add("auctionId", auctionId.toString()).build());
    return replay;
  }

  static UUID requireResult(Auction auction) {
    UUID runId = auction.latestRunId();
    if (runId == null) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "The auction has not cleared: there is no day to replay.");
    }
    boolean published =
        auction.state() == AuctionState.PUBLISHED || auction.state() == AuctionState.SETTLED;
    if (auction.scope() == AuctionScope.SHARED && !published) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "A shared auction can be replayed once its result is published; it is "
              + auction.state().code()
              + ".");
    }
    return runId;
  }

  private Replaying replaying(Auction auction, UUID runId, ReplayRequest request) {
    ReplayBase base = books.load(auction, runId);
    try {
      return new Replaying(base, request, Tenancy.require().organization());
    } catch (InfeasibleClearingException infeasible) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "With these changes the day cannot be cleared: " + infeasible.getMessage() + ".");
    }
  }

  /** A stored replay, ready for its sweep. */
  Replaying again(UUID auctionId, UUID replayId) {
    Replay replay = require(auctionId, replayId);
    return replaying(auctions.require(auctionId), replay.runId(), replay.request());
  }

  /** Keeps what a sweep found. */
  void keep(UUID replayId, List<SweepPoint> points) {
    store.keepSweep(replayId, points);
  }

  private ClearingRun requireRun(UUID runId) {
    return runs.find(runId).orElseThrow(() -> ProblemException.notFound("clearing run"));
  }

  @Override
  public BlockLimit acceptanceLimit(UUID runId, String blockId) {
    ClearingRun run = requireRun(runId);
    if (run.state() != RunState.CLEARED || run.search() == null) {
      throw ProblemException.notFound("block in this run's result");
    }
    return BlockLimits.of(books.load(auctions.require(run.auctionId()), runId), blockId);
  }

  @Override
  public Replay require(UUID auctionId, UUID replayId) {
    Replay replay =
        store
            .find(replayId)
            .filter(found -> found.auctionId().equals(auctionId))
            .orElseThrow(() -> ProblemException.notFound("replay"));
    SweepOutcome sweep = replay.sweep();
    if (sweep == null) {
      return replay;
    }
    String state = jobs.find(sweep.jobId()).state().slug();
    return new Replay(
        replay.id(),
        replay.auctionId(),
        replay.runId(),
        replay.createdAt(),
        replay.createdBy(),
        replay.request(),
        replay.outcome(),
        new SweepOutcome(sweep.jobId(), state, sweep.points()));
  }

  @Override
  public Page<ReplaySummary> list(UUID auctionId, @Nullable String cursor, int limit) {
    auctions.require(auctionId);
    return store.list(auctionId, cursor, limit);
  }
}
