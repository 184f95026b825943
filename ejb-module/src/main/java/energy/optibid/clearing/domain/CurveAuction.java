package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.market.CurveBook;
import java.util.ArrayList;
import java.util.List;

/**
 * An exchange's auction of interpolated curves as one problem, for days that cannot be cleared
 * block by block.
 */
public final class CurveAuction {
  private CurveAuction() {}

  /**
   * The books with bids and their block orders beside them.
   *
   * @param before what earlier auctions of the day left
   * @param partialAtTheMoney as the market's rules say of partly accepted blocks
   */
  public static AuctionProblem of(
      List<CurveBook> books, Earlier before, List<SubmittedBid> bids, boolean partialAtTheMoney) {
    CurveBook first = books.get(0);
    return new AuctionProblem(
        first.zones(),
        books.stream().map(book -> period(book, before, bids)).toList(),
        OwnBlocks.of(bids, first.number()),
        List.of(),
        List.of(),
        List.of(),
        first.rules(),
        first.tick(),
        partialAtTheMoney);
  }

  private static AuctionPeriod period(CurveBook book, Earlier before, List<SubmittedBid> bids) {
    List<CurveOrder> orders = new ArrayList<>(OwnOrders.curves(bids, book.number()));
    orders.addAll(before.curves(book.number()));
    return new AuctionPeriod(
        book.block(),
        List.of(),
        book.problem(orders).orders(),
        before.left(book.links(), book.number()),
        List.of(),
        List.of(),
        List.of());
  }
}
