package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a version of a bid may come to that may be at its venue. */
public record OfferAtVenue(UUID bidId, BidOffer offer) {

  /**
   * The most that every bid of a side but one can oblige their asset to, MW by block. Of a bid
   * whose version at the venue is being replaced, the larger of the two counts: nobody knows yet
   * which will stand.
   *
   * @param bids of one asset in one auction
   */
  public static Map<Integer, BigDecimal> powerOfOthers(
      Collection<OfferAtVenue> bids, BidSide side, UUID exceptBid) {
    Map<UUID, Map<Integer, BigDecimal>> byBid = new HashMap<>();
    for (OfferAtVenue bid : bids) {
      if (!bid.bidId().equals(exceptBid) && bid.offer().side() == side) {
        Map<Integer, BigDecimal> most = byBid.computeIfAbsent(bid.bidId(), id -> new HashMap<>());
        bid.offer()
            .offeredPower()
            .forEach((block, power) -> most.merge(block, power, BigDecimal::max));
      }
    }
    Map<Integer, BigDecimal> sum = new HashMap<>();
    for (Map<Integer, BigDecimal> most : byBid.values()) {
      most.forEach((block, power) -> sum.merge(block, power, BigDecimal::add));
    }
    return sum;
  }
}
