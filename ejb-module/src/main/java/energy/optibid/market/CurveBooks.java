package energy.optibid.market;

import java.util.List;

/**
 * The books of an exchange's auctions, which the exchange makes anew whenever they are asked for.
 */
public interface CurveBooks {
  /** One book per block of the auction, in order. */
  List<CurveBook> load(Auction auction);

  /**
   * The book of one block.
   *
   * @param block number in the day, one of the auction's
   */
  CurveBook load(Auction auction, int block);
}
