package energy.optibid.clearing.adapter;

import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.domain.AwardStatus;
import energy.optibid.clearing.domain.ClearedAuction;
import energy.optibid.clearing.domain.ClearedBlock;
import energy.optibid.clearing.domain.DayAssembly;
import energy.optibid.clearing.domain.Earlier;
import energy.optibid.clearing.domain.OwnBlocks;
import energy.optibid.clearing.domain.OwnOrders;
import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.Auction;
import energy.optibid.market.BlockBook;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.OrderBooks;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Clears an auction outside any transaction and publishes the whole day in one: block by block, or
 * at once where block orders couple the day. The gate is closed by then, so a repeated run reads
 * the same bids and finds the same result.
 */
@ApplicationScoped
public class ClearingJob implements JobHandler {
  static final String KIND = "clearing-run";

  private final OrderBooks books;
  private final Bidding bidding;
  private final Rules packs;
  private final RunPublication publication;
  private final RunEnding ending;
  private final long workUnits;

  @Inject
  public ClearingJob(
      OrderBooks books,
      Bidding bidding,
      Rules packs,
      RunPublication publication,
      RunEnding ending) {
    this(books, bidding, packs, publication, ending, BlockWork.units());
  }

  ClearingJob(
      OrderBooks books,
      Bidding bidding,
      Rules packs,
      RunPublication publication,
      RunEnding ending,
      long workUnits) {
    this.books = books;
    this.bidding = bidding;
    this.packs = packs;
    this.publication = publication;
    this.ending = ending;
    this.workUnits = workUnits;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject run(JobRun job) throws Exception {
    UUID runId = UUID.fromString(job.input().getString("runId"));
    ClearingRun run = publication.begin(runId);
    Failpoint.hit("clearing.begun");
    if (!run.state().isActive()) {
      return answer(run);
    }
    try {
      ClearingRun cleared = clear(job, run);
      Failpoint.hit("clearing.published");
      return answer(cleared);
    } catch (JobStopped stopped) {
      // cancelled, or another server goes on with it: only the job knows, and the run follows it
      throw stopped;
    } catch (ProblemException failed) {
      ending.fail(runId, 0, failed.detail());
      throw failed;
    } catch (RuntimeException failed) {
      ending.fail(runId, 0, "Something went wrong on our side; the server's log names the job.");
      throw failed;
    }
  }

  private ClearingRun clear(JobRun job, ClearingRun run) {
    Auction auction = publication.auction(run);
    RulePack pack = packs.pack(auction.marketCode());
    AuctionRules rules = packs.forDay(auction.marketCode(), auction.deliveryDay());
    ClearingInput day = books.load(run.auctionId(), ClearingParameters.of(rules));
    List<SubmittedBid> bids = bidding.acknowledged(run.auctionId());
    Failpoint.hit("clearing.loaded");
    if (!day.blockOrders().isEmpty() || OwnBlocks.areIn(bids)) {
      return decide(job, run, day, bids, pack, rules);
    }
    List<ClearedBlock> cleared = new ArrayList<>(day.blocks().size());
    for (BlockBook book : day.blocks()) {
      job.checkCancelled();
      ClearedBlock block = clear(book, bids);
      if (!block.violations().isEmpty()) {
        String sentence =
            "Block %d did not pass the verifier: %s"
                .formatted(book.number(), block.violations().get(0).explanation());
        ending.fail(run.id(), block.violations().size(), sentence);
        throw new ProblemException(ProblemCode.INTERNAL, sentence);
      }
      cleared.add(block);
      job.progress(cleared.size(), day.blocks().size(), "block " + book.number() + " cleared");
    }
    job.checkCancelled();
    return publication.publish(
        run.id(),
        DayAssembly.of(run.id(), cleared, bids, AwardStatus.FINAL),
        pack,
        rules.priceSource());
  }

  /** The whole day at once: its blocks couple the hours. */
  private ClearingRun decide(
      JobRun job,
      ClearingRun run,
      ClearingInput day,
      List<SubmittedBid> bids,
      RulePack pack,
      AuctionRules rules) {
    int firstBlock = day.blocks().get(0).number();
    List<BlockOrder> own = OwnBlocks.of(bids, firstBlock);
    int count = day.blockOrders().size() + own.size();
    job.progress(0, count, "deciding about " + count + " block orders");
    ClearedAuction cleared;
    try {
      cleared =
          ClearedAuction.of(
              day.auction(block -> OwnOrders.of(bids, block), own, rules),
              firstBlock,
              new WorkBudget(workUnits),
              () -> {
                job.checkCancelled();
                return false;
              });
    } catch (InfeasibleClearingException infeasible) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "The day cannot be cleared: " + infeasible.getMessage() + ".");
    }
    Failpoint.hit("clearing.decided");
    if (!cleared.violations().isEmpty()) {
      String sentence =
          "The day did not pass the verifier: " + cleared.violations().get(0).explanation();
      ending.fail(run.id(), cleared.violations().size(), sentence);
      throw new ProblemException(ProblemCode.INTERNAL, sentence);
    }
    job.progress(count, count, count + " block orders decided");
    job.checkCancelled();
    return publication.publish(
        run.id(),
        DayAssembly.of(run.id(), cleared, bids, Earlier.NONE, AwardStatus.FINAL),
        pack,
        rules.priceSource());
  }

  private static ClearedBlock clear(BlockBook book, List<SubmittedBid> bids) {
    try {
      return ClearedBlock.of(book.number(), book.problem(OwnOrders.of(bids, book.number())));
    } catch (InfeasibleClearingException infeasible) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "Block %d cannot be cleared: %s.".formatted(book.number(), infeasible.getMessage()));
    }
  }

  private static JsonObject answer(ClearingRun run) {
    return Json.createObjectBuilder()
        .add("runId", run.id().toString())
        .add("auctionId", run.auctionId().toString())
        .add("state", run.state().code())
        .build();
  }
}
