package energy.optibid.engine.market;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.rules.AuctionRules;

/** What a clearing depends on, taken from the rules of a market's day. */
public final class ClearingParameters {
  private ClearingParameters() {}

  /** Currency, price limits, lot, and the price of an interval. */
  public static ClearingRules of(AuctionRules rules) {
    TiePrice tie =
        switch (rules.priceIntervalRule()) {
          case MIDPOINT -> TiePrice.MIDPOINT;
          case LOWEST -> TiePrice.LOWEST;
          case HIGHEST -> TiePrice.HIGHEST;
        };
    return new ClearingRules(
        rules.currency(), rules.priceFloor(), rules.priceCap(), rules.quantityLot(), tie);
  }
}
