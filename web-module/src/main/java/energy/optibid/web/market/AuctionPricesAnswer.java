package energy.optibid.web.market;

import energy.optibid.market.AreaPrices;
import energy.optibid.market.PriceSource;
import java.util.List;

/** Prices of an auction's day, area by area. */
public record AuctionPricesAnswer(PriceSource source, List<AreaPrices> areas) {
  public AuctionPricesAnswer {
    areas = List.copyOf(areas);
  }
}
