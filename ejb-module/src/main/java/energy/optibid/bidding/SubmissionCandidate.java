package energy.optibid.bidding;

import energy.optibid.market.Auction;
import java.util.UUID;

/**
 * A version of a bid on its way to its venue.
 *
 * @param writtenBy user who wrote this version
 * @param step what is happening to it
 * @param by user who does that
 * @param auction whose gate is held open
 */
public record SubmissionCandidate(
    UUID bidId,
    int versionNumber,
    UUID writtenBy,
    Step step,
    UUID by,
    BidContent content,
    Auction auction) {

  /** What brings a version nearer to its venue. */
  public enum Step {
    /** Somebody else is asked to approve it; it does not go yet. */
    REQUEST_APPROVAL,
    /** It is approved and goes. */
    APPROVE,
    /** It goes without a second pair of eyes. */
    SUBMIT
  }
}
