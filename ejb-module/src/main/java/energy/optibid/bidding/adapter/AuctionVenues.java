package energy.optibid.bidding.adapter;

import energy.optibid.bidding.OutsideVenues;
import energy.optibid.bidding.VenueOrder;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venue;
import energy.optibid.bidding.domain.VenueAnswer;
import energy.optibid.bidding.domain.Venues;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.UUID;

/** A bid goes where its auction is held: here, or at the exchange outside. */
@ApplicationScoped
@Typed(Venues.class)
public class AuctionVenues implements Venues {
  private static final int REFERENCE_LENGTH = 16;

  private final InternalVenue internal;
  private final OutsideVenues outside;
  private final Auctions auctions;
  private final BidStore store;

  @Inject
  public AuctionVenues(
      InternalVenue internal, OutsideVenues outside, Auctions auctions, BidStore store) {
    this.internal = internal;
    this.outside = outside;
    this.auctions = auctions;
    this.store = store;
  }

  @Override
  public Venue of(Bid bid) {
    Auction auction = auctions.require(bid.auctionId());
    if (!auction.isHeldOutside()) {
      return internal;
    }
    return outside
        .of(auction)
        .map(name -> (Venue) new OutsideVenue(name, auction))
        .orElse(internal);
  }

  @Override
  public Venue holding(Bid bid, Submission submission) {
    return submission.venue().equals(internal.name())
        ? internal
        : new OutsideVenue(submission.venue(), auctions.require(bid.auctionId()));
  }

  /** An exchange outside: everything is written down and told later. */
  private final class OutsideVenue implements Venue {
    private final String name;
    private final Auction auction;

    OutsideVenue(String name, Auction auction) {
      this.name = name;
      this.auction = auction;
    }

    @Override
    public String name() {
      return name;
    }

    /** By the submission: a version that was refused and goes again is another order. */
    @Override
    public String reference(Bid bid, UUID submissionId) {
      String digits = submissionId.toString().replace("-", "");
      return "OB-" + digits.substring(digits.length() - REFERENCE_LENGTH);
    }

    @Override
    public VenueAnswer submit(Bid bid, Submission submission) {
      outside.submit(order(bid, submission, bid.version()));
      return new VenueAnswer.Later();
    }

    @Override
    public VenueAnswer withdraw(Bid bid, Submission submission) {
      BidVersion version = store.versions(bid.id()).get(submission.versionNumber() - 1);
      outside.withdraw(order(bid, submission, version));
      return new VenueAnswer.Later();
    }

    private VenueOrder order(Bid bid, Submission submission, BidVersion version) {
      UUID held =
          bid.held().map(Submission::id).filter(id -> !id.equals(submission.id())).orElse(null);
      return new VenueOrder(
          bid.id(), submission.id(), submission.venueReference(), held, version.content(), auction);
    }
  }
}
