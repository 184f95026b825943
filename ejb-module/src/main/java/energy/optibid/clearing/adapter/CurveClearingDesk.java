package energy.optibid.clearing.adapter;

import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ExchangeClearing;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.AwardStatus;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.ClearedAuction;
import energy.optibid.clearing.domain.ClearedBlock;
import energy.optibid.clearing.domain.CurveAuction;
import energy.optibid.clearing.domain.DayAssembly;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.clearing.domain.Earlier;
import energy.optibid.clearing.domain.OwnBlocks;
import energy.optibid.clearing.domain.OwnOrders;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.Prices;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Clears the auctions of interpolated curves that an exchange's clock moves. */
@ApplicationScoped
@Typed(ExchangeClearing.class)
public class CurveClearingDesk implements ExchangeClearing {
  private final RunStore runs;
  private final AwardStore awards;
  private final CurveBooks books;
  private final Bidding bidding;
  private final Prices prices;
  private final Rules packs;
  private final PackArchive archive;
  private final EarlierAuctions earlier;
  private final RunEvents events;
  private final Clock clock;
  private final WorkBudget budget;

  @Inject
  public CurveClearingDesk(
      RunStore runs,
      AwardStore awards,
      CurveBooks books,
      Bidding bidding,
      Prices prices,
      Rules packs,
      PackArchive archive,
      EarlierAuctions earlier,
      RunEvents events,
      Clock clock) {
    this(
        runs,
        awards,
        books,
        bidding,
        prices,
        packs,
        archive,
        earlier,
        events,
        clock,
        new WorkBudget(BlockWork.units()));
  }

  /**
   * @param budget of an auction that block orders couple
   */
  public CurveClearingDesk(
      RunStore runs,
      AwardStore awards,
      CurveBooks books,
      Bidding bidding,
      Prices prices,
      Rules packs,
      PackArchive archive,
      EarlierAuctions earlier,
      RunEvents events,
      Clock clock,
      WorkBudget budget) {
    this.runs = runs;
    this.awards = awards;
    this.books = books;
    this.bidding = bidding;
    this.prices = prices;
    this.packs = packs;
    this.archive = archive;
    this.earlier = earlier;
    this.events = events;
    this.clock = clock;
    this.budget = budget;
  }

  @Override
  public ClearingRun clear(Auction auction) {
    ClearingRun run = begin(auction);
    AuctionRules rules = packs.forDay(auction.marketCode(), auction.deliveryDay());
    Earlier before = earlier.before(auction, rules);
    DayResult result = finish(auction, rules, run.id(), bidding.acknowledged(auction.id()), before);
    awards.add(run.id(), auction.id(), result.awards());
    awards.addBlockOrders(result.blockOrders());
    prices.publishCleared(auction.id(), run.id(), rules.priceSource(), pricesOf(result.areas()));
    events.finished(auction, run, RunState.CLEARED);
    return run;
  }

  @Override
  public void publish(Auction auction) {
    UUID runId = auction.latestRunId();
    if (runId == null) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "The auction has no result to publish.");
    }
    awards.finish(runId);
    events.awarded(auction, runs.find(runId).orElseThrow(), awards.ofRun(runId));
  }

  @Override
  public ClearingRun keep(Auction auction) {
    ClearingRun run = begin(auction);
    AuctionRules rules = packs.forDay(auction.marketCode(), auction.deliveryDay());
    DayResult result = finish(auction, rules, run.id(), List.of(), Earlier.NONE);
    prices.keepCleared(auction.id(), run.id(), rules.priceSource(), pricesOf(result.areas()));
    return run;
  }

  private ClearingRun begin(Auction auction) {
    ClearingRun run =
        ClearingRun.queued(
            Ids.next(), auction.id(), runs.nextNumber(auction.id()), null, now(), null);
    runs.add(run);
    runs.begin(run.id(), now());
    return run;
  }

  private DayResult finish(
      Auction auction, AuctionRules rules, UUID runId, List<SubmittedBid> bids, Earlier before) {
    RulePack pack = packs.pack(auction.marketCode());
    DayResult result = result(auction, rules, runId, bids, before);
    runs.clear(runId, result, archive.keep(pack), rules.priceSource(), now());
    return result;
  }

  private DayResult result(
      Auction auction, AuctionRules rules, UUID runId, List<SubmittedBid> bids, Earlier before) {
    if (OwnBlocks.areIn(bids)) {
      return decided(auction, rules, runId, bids, before);
    }
    List<ClearedBlock> cleared = new ArrayList<>(auction.blockCount());
    for (CurveBook book : books.load(auction, rules)) {
      int number = book.number();
      List<CurveOrder> own = new ArrayList<>(OwnOrders.curves(bids, number));
      own.addAll(before.curves(number));
      ClearedBlock block =
          ClearedBlock.of(number, book.over(before.left(book.links(), number)).problem(own));
      if (!block.violations().isEmpty()) {
        throw new ProblemException(
            ProblemCode.INTERNAL,
            "Block %d did not pass the verifier: %s"
                .formatted(book.number(), block.violations().get(0).explanation()));
      }
      cleared.add(block);
    }
    return DayAssembly.of(runId, cleared, bids, before, AwardStatus.PROVISIONAL);
  }

  /** The whole auction at once: block orders couple its blocks. */
  private DayResult decided(
      Auction auction, AuctionRules rules, UUID runId, List<SubmittedBid> bids, Earlier before) {
    ClearedAuction cleared =
        ClearedAuction.of(
            CurveAuction.of(
                books.load(auction, rules), before, bids, rules.partialBlockAtTheMoney()),
            auction.firstBlock(),
            budget,
            () -> false);
    if (!cleared.violations().isEmpty()) {
      throw new ProblemException(
          ProblemCode.INTERNAL,
          "The auction did not pass the verifier: " + cleared.violations().get(0).explanation());
    }
    return DayAssembly.of(runId, cleared, bids, before, AwardStatus.PROVISIONAL);
  }

  private static List<AreaPrices> pricesOf(List<AreaOutcome> areas) {
    return areas.stream().map(area -> new AreaPrices(area.area(), area.prices())).toList();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
