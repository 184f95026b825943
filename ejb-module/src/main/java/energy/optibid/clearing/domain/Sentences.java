package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explanations as sentences. They never say whose order set a price, unless it is the reader's. */
final class Sentences {
  private Sentences() {}

  /**
   * @param interpolated whether the bid was read as a line between its points, which has no steps
   */
  static String of(
      Award award,
      ZoneOutcome zone,
      OrderFill fill,
      @Nullable MarginalOrder marginal,
      ClearingRules rules,
      boolean interpolated) {
    return what(award, fill, interpolated) + " " + why(award, zone, marginal, rules);
  }

  private static String what(Award award, OrderFill fill, boolean interpolated) {
    String unit = " " + award.currency() + "/MWh";
    String did = award.side() == BidSide.SELL ? "sold" : "bought";
    String traded =
        mwh(award.acceptedMwh())
            + " of "
            + mwh(award.offeredMwh())
            + " MWh "
            + did
            + " at "
            + award.price().toPlainString()
            + unit;
    String refused = refused(award, fill).map(price -> price.toPlainString() + unit).orElse("");
    String side = award.side() == BidSide.SELL ? "below" : "above";
    return switch (award.reason()) {
      case IN_THE_MONEY -> "Accepted in full: " + traded + ".";
      case PARTLY_IN_THE_MONEY ->
          interpolated
              ? "Accepted in part: " + traded + ", as far as your curve reaches at this price."
              : "Accepted in part: "
                  + traded
                  + "; the price stayed "
                  + side
                  + " your step at "
                  + refused
                  + ".";
      case AT_THE_MONEY ->
          (interpolated ? "Part of your curve" : "Your step")
              + " stands exactly at the price, where orders share by volume: "
              + traded
              + ".";
      case CURTAILED_AT_LIMIT ->
          "Cut by volume, because the market could not balance inside its price limits: "
              + traded
              + ".";
      case OUT_OF_THE_MONEY ->
          "Not accepted: the price of "
              + award.price().toPlainString()
              + unit
              + " stayed "
              + side
              + (interpolated ? " every price of your curve" : " your best step at " + refused)
              + "; to trade it had to "
              + (award.side() == BidSide.SELL ? "ask for at most " : "offer at least ")
              + award.price().toPlainString()
              + ".";
      case PARTLY_ACCEPTED, PARADOXICALLY_REJECTED, PARENT_REJECTED, GROUP_USED_UP ->
          throw new IllegalArgumentException("block orders have sentences of their own");
    };
  }

  private static String why(
      Award award, ZoneOutcome zone, @Nullable MarginalOrder marginal, ClearingRules rules) {
    if (marginal == null) {
      return zone.price().compareTo(rules.cap()) == 0
          ? "The market's price cap set the price."
          : zone.price().compareTo(rules.floor()) == 0
              ? "The market's price floor set the price."
              : "No order stands at the price: the market takes the middle of what is possible.";
    }
    String order =
        OwnOrders.isOwn(marginal.orderId())
            ? "your own bid in " + marginal.zone()
            : "an order in " + marginal.zone();
    String set =
        marginal.price().equals(zone.price())
            ? "The price in " + award.areaCode() + " was set by " + order
            : "The order next to the price in "
                + award.areaCode()
                + " is "
                + order
                + " at "
                + Figures.price(marginal.price()).toPlainString()
                + "; any price from "
                + Figures.price(zone.low()).toPlainString()
                + " to "
                + Figures.price(zone.high()).toPlainString()
                + " supports the result";
    return set + ".";
  }

  /** The price of the best step that was left out. */
  private static Optional<BigDecimal> refused(Award award, OrderFill fill) {
    return fill.steps().stream()
        .filter(step -> step.reason() == FillReason.OUT_OF_THE_MONEY)
        .map(StepFill::price)
        .reduce((a, b) -> award.side() == BidSide.SELL ? (a.compareTo(b) <= 0 ? a : b) : max(a, b))
        .map(Figures::price);
  }

  private static Price max(Price a, Price b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static String mwh(BigDecimal energy) {
    return energy.toPlainString();
  }
}
