package energy.optibid.gateway;

import energy.optibid.bidding.BidStanding;
import energy.optibid.market.Auction;

/**
 * An auction of a real market in which an organisation takes part.
 *
 * @param bids how the organisation's bids in it stand
 */
public record OutsideAuction(Auction auction, BidStanding bids) {}
