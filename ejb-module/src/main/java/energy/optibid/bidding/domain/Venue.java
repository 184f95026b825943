package energy.optibid.bidding.domain;

import java.util.UUID;

/**
 * The way to an exchange. A call happens in the transaction of the change: a venue that cannot
 * answer within it keeps the submission in its own queue in that same transaction, says {@link
 * VenueAnswer.Later}, and reports by the bid's own methods when the exchange has spoken.
 */
public interface Venue {
  /** Its name in submissions. */
  String name();

  /** Our name at this venue for a submission of the bid's newest version. */
  String reference(Bid bid, UUID submissionId);

  /** Takes a queued submission on its way. */
  VenueAnswer submit(Bid bid, Submission submission);

  /** Asks a submission back. */
  VenueAnswer withdraw(Bid bid, Submission submission);
}
