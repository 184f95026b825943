package energy.optibid.market;

import java.util.List;
import java.util.Optional;

/** Areas of the markets. They are the same for every organisation. */
public interface BidAreas {
  /** Every area of a market, bidding areas first; empty if there is no such market. */
  List<BidArea> of(String marketCode);

  /** One area, if the market has it. */
  Optional<BidArea> find(String marketCode, String areaCode);
}
