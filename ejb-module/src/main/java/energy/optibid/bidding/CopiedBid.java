package energy.optibid.bidding;

import java.util.List;

/**
 * A bid made of another one.
 *
 * @param bid the new draft
 * @param dropped what the other auction has no place for, one sentence each
 */
public record CopiedBid(BidView bid, List<String> dropped) {
  public CopiedBid {
    dropped = List.copyOf(dropped);
  }
}
