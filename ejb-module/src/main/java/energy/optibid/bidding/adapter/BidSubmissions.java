package energy.optibid.bidding.adapter;

import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venue;
import energy.optibid.bidding.domain.VenueAnswer;
import energy.optibid.bidding.domain.VenueAnswer.Accepted;
import energy.optibid.bidding.domain.VenueAnswer.Refused;
import energy.optibid.bidding.domain.Venues;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.Ids;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Brings a bid to its venue and back; what the venue says at once is noted at once. */
final class BidSubmissions {
  private final Venues venues;

  BidSubmissions(Venues venues) {
    this.venues = venues;
  }

  /** Approves a draft, where that is still to be done, and submits it. */
  void submit(Bid bid, OffsetDateTime at) {
    Venue venue = venues.of(bid);
    UUID id = Ids.next();
    bid.submit(id, venue.name(), venue.reference(bid, id), at);
    place(venue, bid, at);
  }

  /** Approves what waits for approval and submits it. */
  void approve(Bid bid, OffsetDateTime at) {
    bid.approve(at);
    Venue venue = venues.of(bid);
    UUID id = Ids.next();
    bid.queue(id, venue.name(), venue.reference(bid, id), at);
    place(venue, bid, at);
  }

  private static void place(Venue venue, Bid bid, OffsetDateTime at) {
    Submission queued = bid.submission();
    if (queued == null) {
      throw new IllegalStateException("a submitted bid has a submission");
    }
    UUID id = queued.id();
    VenueAnswer answer = venue.submit(bid, queued);
    if (answer instanceof Accepted accepted) {
      bid.send(id, at);
      bid.acknowledge(id, accepted.reference(), at);
      Failpoint.hit("gateway.acknowledged");
    } else if (answer instanceof Refused refused) {
      bid.send(id, at);
      bid.refuse(id, refused.reason(), at);
    }
    // else it waits in the venue's queue
  }

  /** Takes a bid back from the desk and asks the venue for it. */
  void withdraw(Bid bid, OffsetDateTime at) {
    bid.withdraw(at);
    bid.held().ifPresent(held -> returned(bid, held, at));
  }

  private void returned(Bid bid, Submission held, OffsetDateTime at) {
    VenueAnswer answer = venues.holding(bid, held).withdraw(bid, held);
    if (answer instanceof Accepted) {
      bid.confirmWithdrawal(held.id(), at);
    } else if (answer instanceof Refused refused) {
      bid.refuseWithdrawal(held.id(), refused.reason(), at);
    }
    // else the venue has it until it says otherwise
  }
}
