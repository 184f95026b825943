package energy.optibid.bidding;

/**
 * How an organisation's bids of an auction stand, by the latest submission of each. A bid taken
 * back counts as long as the exchange has it.
 *
 * @param bids all of them
 * @param notSubmitted never handed to the venue
 * @param onTheWay handed over or asked back, without an answer so far
 * @param inDoubt of which nobody knows yet whether the exchange has them
 * @param refused by the exchange
 * @param acknowledged held by the exchange
 */
public record BidStanding(
    int bids, int notSubmitted, int onTheWay, int inDoubt, int refused, int acknowledged) {
  /** Of an auction without bids. */
  public static final BidStanding NONE = new BidStanding(0, 0, 0, 0, 0, 0);
}
