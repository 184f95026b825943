package energy.optibid.clearing.adapter;

import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ExchangeClearing;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.AwardStatus;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.ClearedBlock;
import energy.optibid.clearing.domain.DayAssembly;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.clearing.domain.OwnOrders;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.Prices;
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
  private final RunEvents events;
  private final Clock clock;

  @Inject
  public CurveClearingDesk(
      RunStore runs,
      AwardStore awards,
      CurveBooks books,
      Bidding bidding,
      Prices prices,
      RunEvents events,
      Clock clock) {
    this.runs = runs;
    this.awards = awards;
    this.books = books;
    this.bidding = bidding;
    this.prices = prices;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public ClearingRun clear(Auction auction) {
    ClearingRun run = begin(auction);
    DayResult result = result(auction, run.id(), bidding.acknowledged(auction.id()));
    runs.clear(run.id(), result, now());
    awards.add(run.id(), auction.id(), result.awards());
    prices.publishCleared(auction.id(), run.id(), pricesOf(result.areas()));
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
    DayResult result = result(auction, run.id(), List.of());
    runs.clear(run.id(), result, now());
    prices.keepCleared(auction.id(), run.id(), pricesOf(result.areas()));
    return run;
  }

  private ClearingRun begin(Auction auction) {
    ClearingRun run =
        new ClearingRun(
            Ids.next(),
            auction.id(),
            runs.nextNumber(auction.id()),
            RunState.QUEUED,
            null,
            now(),
            null,
            null,
            null,
            null,
            null,
            false,
            0,
            null,
            null,
            null,
            null);
    runs.add(run);
    runs.begin(run.id(), now());
    return run;
  }

  private DayResult result(Auction auction, UUID runId, List<SubmittedBid> bids) {
    List<ClearedBlock> cleared = new ArrayList<>(auction.blockCount());
    for (CurveBook book : books.load(auction)) {
      ClearedBlock block =
          ClearedBlock.of(book.number(), book.problem(OwnOrders.curves(bids, book.number())));
      if (!block.violations().isEmpty()) {
        throw new ProblemException(
            ProblemCode.INTERNAL,
            "Block %d did not pass the verifier: %s"
                .formatted(book.number(), block.violations().get(0).explanation()));
      }
      cleared.add(block);
    }
    return DayAssembly.of(runId, cleared, bids, AwardStatus.PROVISIONAL);
  }

  private static List<AreaPrices> pricesOf(List<AreaOutcome> areas) {
    return areas.stream().map(area -> new AreaPrices(area.area(), area.prices())).toList();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
