package energy.optibid.bidding.adapter;

import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venue;
import energy.optibid.bidding.domain.VenueAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/**
 * OptiBid's own auctions. The gate is held open by the caller's transaction, so that every
 * submission is taken and given back within it.
 */
@ApplicationScoped
@Typed(Venue.class)
public class InternalVenue implements Venue {
  @Override
  public String name() {
    return "internal";
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
