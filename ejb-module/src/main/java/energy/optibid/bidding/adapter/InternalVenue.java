package energy.optibid.bidding.adapter;

import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venue;
import energy.optibid.bidding.domain.VenueAnswer;
import energy.optibid.bidding.domain.Venues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.UUID;

/**
 * OptiBid's own auctions. The gate is held open by the caller's transaction, so that every
 * submission is taken and given back within it. By itself it is the only venue there is.
 */
@ApplicationScoped
@Typed(InternalVenue.class)
public class InternalVenue implements Venue, Venues {
  private static final int REFERENCE_FROM = 24;

  @Override
  public Venue of(Bid bid) {
    return this;
  }

  @Override
  public Venue holding(Bid bid, Submission submission) {
    return this;
  }

  @Override
  public String name() {
    return "internal";
  }

  @Override
  public String reference(Bid bid, UUID submissionId) {
    return "OB-" + bid.id().toString().substring(REFERENCE_FROM) + "-" + bid.version().number();
  }

  @Override
  public VenueAnswer submit(Bid bid, Submission submission) {
    return new VenueAnswer.Accepted(submission.venueReference());
  }

  @Override
  public VenueAnswer withdraw(Bid bid, Submission submission) {
    return new VenueAnswer.Accepted(submission.venueReference());
  }
}
