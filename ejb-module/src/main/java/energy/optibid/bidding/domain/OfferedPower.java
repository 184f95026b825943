package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The most that bids can oblige an asset to, MW by block. */
public final class OfferedPower {
  private OfferedPower() {}

  /** Of one content. */
  public static Map<Integer, BigDecimal> of(BidContent content) {
    Map<Integer, BigDecimal> offered = new HashMap<>();
    for (BidBlock block : content.blocks()) {
      offered.merge(block.block(), block.offered(), BigDecimal::add);
    }
    return offered;
  }

  /**
   * Of every bid of a side but one. Of a bid whose version at the venue is being replaced, the
   * larger of the two counts: nobody knows yet which will stand.
   *
   * @param bids of one asset in one auction
   */
  public static Map<Integer, BigDecimal> ofOthers(
      Collection<SubmittedBid> bids, BidSide side, UUID exceptBid) {
    Map<UUID, Map<Integer, BigDecimal>> byBid = new HashMap<>();
    for (SubmittedBid bid : bids) {
      if (!bid.bidId().equals(exceptBid) && bid.content().side() == side) {
        Map<Integer, BigDecimal> most = byBid.computeIfAbsent(bid.bidId(), id -> new HashMap<>());
        of(bid.content()).forEach((block, power) -> most.merge(block, power, BigDecimal::max));
      }
    }
    Map<Integer, BigDecimal> sum = new HashMap<>();
    byBid
        .values()
        .forEach(most -> most.forEach((block, power) -> sum.merge(block, power, BigDecimal::add)));
    return sum;
  }
}
