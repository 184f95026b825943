package energy.optibid.market;

import energy.optibid.engine.rules.AuctionRules;
import java.util.List;

/**
 * The books of an exchange's auctions, which the exchange makes anew whenever they are asked for.
 */
public interface CurveBooks {
  /**
   * One book per block of the auction, in order.
   *
   * @param rules the auction is cleared under
   */
  List<CurveBook> load(Auction auction, AuctionRules rules);

  /**
   * The book of one block.
   *
   * @param rules the auction was cleared under
   * @param block number in the day, one of the auction's
   */
  CurveBook load(Auction auction, AuctionRules rules, int block);
}
