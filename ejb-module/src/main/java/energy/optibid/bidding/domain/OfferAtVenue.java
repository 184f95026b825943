package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidOffer;
import java.util.UUID;

/** What a version of a bid may come to that may be at its venue. */
public record OfferAtVenue(UUID bidId, BidOffer offer) {}
