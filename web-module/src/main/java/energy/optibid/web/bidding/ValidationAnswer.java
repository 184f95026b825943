package energy.optibid.web.bidding;

import energy.optibid.bidding.BidFault;
import java.util.List;

/**
 * What validation found.
 *
 * @param valid true if the bid could be stored as it is
 */
public record ValidationAnswer(boolean valid, List<BidFault> errors) {}
