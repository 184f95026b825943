package energy.optibid.bidding.domain;

/** Which venue a bid goes to. */
public interface Venues {
  /** Where the bid's newest version would be submitted now. */
  Venue of(Bid bid);

  /** Where a submission of the bid went. */
  Venue holding(Bid bid, Submission submission);
}
