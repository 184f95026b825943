package energy.optibid.web.bidding;

import energy.optibid.bidding.BidVersionView;
import java.util.List;

/** Every version of a bid, oldest first. */
public record BidVersionsAnswer(List<BidVersionView> items) {}
