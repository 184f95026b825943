package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.CurveOrder;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier auctions of the day left unselected of a bid that asked to go on.
 *
 * @param fromMarket the market the bid was placed in
 * @param curves what is left, by block; blocks that were accepted in full are missing
 */
public record CarriedBid(SubmittedBid bid, String fromMarket, Map<Integer, CurveOrder> curves) {
  public CarriedBid {
    curves = Map.copyOf(curves);
  }

  /** What is left in a block. */
  public Optional<CurveOrder> curve(int block) {
    return Optional.ofNullable(curves.get(block));
  }
}
