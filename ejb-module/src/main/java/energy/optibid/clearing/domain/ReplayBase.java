package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.AnonymousBook;
import energy.optibid.engine.clearing.replay.Replay;
import energy.optibid.engine.units.Price;
import energy.optibid.market.BlockBook;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.CurveBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cleared auction as one organisation may replay it.
 *
 * @param firstBlock number of the first period's block
 * @param interpolated whether bids are read as lines between their points
 * @param approximate whether the others were added up
 * @param own the organisation's bids that took part
 */
public record ReplayBase(
    AuctionProblem problem,
    AuctionResult cleared,
    int firstBlock,
    boolean interpolated,
    boolean approximate,
    List<SubmittedBid> own) {
  /** What clears a replay; work is bounded, nobody stops it. */
  static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  private static final Price NO_TICK = new Price(1);

  public ReplayBase {
    own = List.copyOf(own);
  }

  /** Of an imported day. */
  public static ReplayBase of(ClearingInput day, List<SubmittedBid> own) {
    BlockBook first = day.blocks().get(0);
    List<AuctionPeriod> periods =
        day.blocks().stream()
            .map(book -> AuctionPeriod.of(book.problem(OwnOrders.of(own, book.number()))))
            .toList();
    AuctionProblem problem =
        new AuctionProblem(
            first.zones(),
            periods,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            first.rules(),
            NO_TICK,
            false);
    return new ReplayBase(problem, REPLAY.clear(problem), first.number(), false, false, own);
  }

  /** Of a sandbox of a simulated exchange, in which nobody else bids. */
  public static ReplayBase of(List<CurveBook> books, List<SubmittedBid> own) {
    AuctionProblem problem = problem(books, own);
    return new ReplayBase(problem, REPLAY.clear(problem), books.get(0).number(), true, false, own);
  }

  /**
   * Of a shared auction: everybody else is added up.
   *
   * @param all the bids of every organisation
   * @param own those of the asker
   */
  public static ReplayBase shared(
      List<CurveBook> books, List<SubmittedBid> all, List<SubmittedBid> own) {
    Set<String> ownOrders =
        own.stream().map(bid -> OwnOrders.orderId(bid.bidId())).collect(Collectors.toSet());
    AuctionProblem whole = problem(books, all);
    AuctionProblem aggregate = AnonymousBook.of(whole, REPLAY.clear(whole), ownOrders::contains);
    return new ReplayBase(
        aggregate, REPLAY.clear(aggregate), books.get(0).number(), true, true, own);
  }

  private static AuctionProblem problem(List<CurveBook> books, List<SubmittedBid> bids) {
    CurveBook first = books.get(0);
    List<AuctionPeriod> periods = books.stream().map(book -> period(book, bids)).toList();
    return new AuctionProblem(
        first.zones(),
        periods,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        first.rules(),
        first.tick(),
        false);
  }

  private static AuctionPeriod period(CurveBook book, List<SubmittedBid> bids) {
    return new AuctionPeriod(
        book.block(),
        List.of(),
        book.problem(OwnOrders.curves(bids, book.number())).orders(),
        book.links(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The engine's number of a block's period. */
  int period(int block) {
    return block - firstBlock + 1;
  }
}
