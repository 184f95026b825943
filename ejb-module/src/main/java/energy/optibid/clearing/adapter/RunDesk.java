package energy.optibid.clearing.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ClearingRuns;
import energy.optibid.clearing.Explanation;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.RunComparison;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.Comparisons;
import energy.optibid.clearing.domain.CurvesAround;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.OrderBooks;
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
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for runs and reading what they found; one transaction per call. */
@ApplicationScoped
@Typed(ClearingRuns.class)
@InTransaction
public class RunDesk implements ClearingRuns {
  private final RunStore runs;
  private final AwardStore awards;
  private final Auctions auctions;
  private final OrderBooks books;
  private final CurveBooks curveBooks;
  private final Bidding bidding;
  private final RunRules runRules;
  private final EarlierAuctions earlier;
  private final Jobs jobs;
  private final RunEnding ending;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public RunDesk(
      RunStore runs,
      AwardStore awards,
      Auctions auctions,
      OrderBooks books,
      CurveBooks curveBooks,
      Bidding bidding,
      RunRules runRules,
      EarlierAuctions earlier,
      Jobs jobs,
      RunEnding ending,
      AuditTrail audit,
      Clock clock) {
    this.runs = runs;
    this.awards = awards;
    this.auctions = auctions;
    this.books = books;
    this.curveBooks = curveBooks;
    this.bidding = bidding;
    this.runRules = runRules;
    this.earlier = earlier;
    this.jobs = jobs;
    this.ending = ending;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public ClearingRun start(UUID auctionId) {
    Auction auction = auctions.require(auctionId);
    requireOwnClock(auction);
    requireNoRunUnderWay(auctionId);
    close(auctions.require(auctionId));
    UUID runId = Ids.next();
    JsonObject input =
        Json.createObjectBuilder()
            .add("runId", runId.toString())
            .add("auctionId", auctionId.toString())
            .build();
    Job job = jobs.enqueue(ClearingJob.KIND, input);
    ClearingRun run =
        ClearingRun.queued(
            runId,
            auctionId,
            runs.nextNumber(auctionId),
            job.id(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS),
            Tenancy.require().userId());
    runs.add(run);
    audit.record("run.requested", "clearing_run", runId, input);
    return run;
  }

  private static void requireOwnClock(Auction auction) {
    if (auction.scope() != AuctionScope.SANDBOX) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "A shared auction is run by its operator, not by a participant.");
    }
    if (auction.isHeldOutside()) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "This auction is held by its exchange, which finds the result; nothing is cleared here.");
    }
    if (auction.exchangeId() != null) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "The clock of its exchange opens, closes and clears this auction; move the clock.");
    }
  }

  /** However the auction stands, its gate is closed afterwards and its bids are final. */
  private void close(Auction auction) {
    if (auction.state() == AuctionState.PUBLISHED || auction.state() == AuctionState.CLEARED) {
      auctions.reopen(auction.id());
    }
    if (auction.state() != AuctionState.CLOSED) {
      auctions.closeGate(auction.id());
    }
  }

  private void requireNoRunUnderWay(UUID auctionId) {
    ClearingRun active = runs.active(auctionId).map(this::current).orElse(null);
    if (active != null && active.state().isActive()) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "Run " + active.number() + " of this auction is under way; wait for it or cancel it.");
    }
  }

  /** A run whose job was stopped before it could say so itself is ended now. */
  private ClearingRun current(ClearingRun run) {
    if (!run.state().isActive() || run.jobId() == null) {
      return run;
    }
    Job job = jobs.find(run.jobId());
    switch (job.state()) {
      case CANCELLED -> ending.cancel(run.id());
      case FAILED -> ending.fail(run.id(), 0, job.error() == null ? "" : job.error());
      case QUEUED, RUNNING, SUCCEEDED -> {
        return run;
      }
    }
    return runs.find(run.id()).orElseThrow();
  }

  @Override
  public Auction reopen(UUID auctionId, long expectedVersion) {
    Auction seen = auctions.require(auctionId);
    requireOwnClock(seen);
    requireNoRunUnderWay(auctionId);
    Auction reopened = auctions.reopen(auctionId, expectedVersion);
    audit.record("auction.reopened", "auction", auctionId, state(seen), state(reopened));
    return reopened;
  }

  private static JsonObject state(Auction auction) {
    return Json.createObjectBuilder().add("state", auction.state().code()).build();
  }

  @Override
  public ClearingRun require(UUID runId) {
    return runs.find(runId)
        .map(this::current)
        .orElseThrow(() -> ProblemException.notFound("clearing run"));
  }

  @Override
  public Page<ClearingRun> list(UUID auctionId, @Nullable String cursor, int limit) {
    auctions.require(auctionId);
    Page<ClearingRun> page = runs.list(auctionId, cursor, limit);
    return new Page<>(page.items().stream().map(this::current).toList(), page.nextCursor());
  }

  @Override
  public List<AreaOutcome> prices(UUID runId) {
    require(runId);
    return runs.areas(runId);
  }

  @Override
  public List<LinkOutcome> flows(UUID runId) {
    require(runId);
    return runs.links(runId);
  }

  @Override
  public Page<BlockResult> blocks(UUID runId, @Nullable String cursor, int limit) {
    String currency = auctions.require(require(runId).auctionId()).currency();
    return runs.blocks(runId, currency, cursor, limit);
  }

  @Override
  public BlockCurves curves(UUID runId, String area, int block) {
    ClearingRun run = require(runId);
    AreaOutcome outcome =
        runs.areas(runId).stream()
            .filter(candidate -> candidate.area().equals(area))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("area in this run's result"));
    Auction auction = auctions.require(run.auctionId());
    int index = block - auction.firstBlock();
    if (index < 0 || index >= outcome.prices().size()) {
      throw ProblemException.notFound("block in this run's result");
    }
    List<SubmittedBid> bids =
        bidding.submissions(
            awards.ofRun(runId).stream()
                .filter(line -> line.award().carriedFrom() == null)
                .map(AwardLine::submissionId)
                .distinct()
                .toList());
    AuctionRules rules = runRules.of(run, auction);
    return auction.exchangeId() == null
        ? CurvesAround.of(
            books.load(run.auctionId(), block, ClearingParameters.of(rules)), bids, outcome)
        : CurvesAround.of(
            curveBooks.load(auction, rules, block),
            auction.firstBlock(),
            bids,
            earlier.before(auction, rules).curves(block),
            outcome);
  }

  @Override
  public Page<Explanation> explanations(
      UUID runId,
      @Nullable UUID bidId,
      @Nullable Integer block,
      @Nullable String cursor,
      int limit) {
    require(runId);
    Page<AwardLine> lines =
        awards.list(new AwardStore.Query(null, bidId, runId, block), cursor, limit);
    return new Page<>(
        lines.items().stream().map(AwardLine::explanation).toList(), lines.nextCursor());
  }

  @Override
  public RunComparison compare(UUID auctionId, UUID runA, UUID runB) {
    auctions.require(auctionId);
    return Comparisons.of(
        auctionId, runA, cleared(auctionId, runA), runB, cleared(auctionId, runB));
  }

  private List<AreaOutcome> cleared(UUID auctionId, UUID runId) {
    ClearingRun run = require(runId);
    if (!run.auctionId().equals(auctionId) || run.state() != RunState.CLEARED) {
      throw ProblemException.notFound("cleared run of this auction");
    }
    return runs.areas(runId);
  }
}
