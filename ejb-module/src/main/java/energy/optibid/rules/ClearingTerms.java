package energy.optibid.rules;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.rules.AuctionRules;

/** The part of an auction's rules that a clearing depends on. */
public final class ClearingTerms {
  private ClearingTerms() {}

  /** Limits, lot and tie of the auction, as the engine's clearing takes them. */
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
