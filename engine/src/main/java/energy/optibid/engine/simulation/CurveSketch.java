package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a participant's intentions into a curve the market takes: ticks, lots, limits, order. */
final class CurveSketch {
  private final AuctionRules rules;
  private final List<CurveCorner> corners = new ArrayList<>(8);

  CurveSketch(AuctionRules rules) {
    this.rules = rules;
  }

  /**
   * A corner; prices should rise and quantities fall from call to call, and are made to.
   *
   * @param price INR/MWh
   * @param megawatts purchases positive
   */
  CurveSketch to(double price, double megawatts) {
    Price at = onTick(price);
    Power quantity = inLots(megawatts);
    if (!corners.isEmpty()) {
      CurveCorner last = corners.get(corners.size() - 1);
      if (at.compareTo(last.price()) < 0) {
        at = last.price();
      }
      if (quantity.compareTo(last.quantity()) > 0) {
        quantity = last.quantity();
      }
      if (at.equals(last.price()) && quantity.equals(last.quantity())) {
        return this;
      }
    }
    if (corners.size() < rules.maxCurvePoints()) {
      corners.add(new CurveCorner(at, quantity));
    }
    return this;
  }

  /** The order, or null where nothing is wanted at any price. */
  @Nullable CurveOrder order(String id, String area) {
    boolean nothing = corners.stream().allMatch(corner -> corner.quantity().isZero());
    return nothing ? null : new CurveOrder(id, area, corners);
  }

  private Price onTick(double price) {
    long tick = rules.priceTick().tenThousandths();
    long wanted = Math.round(price * 10_000 / tick) * tick;
    long floor = rules.priceFloor().tenThousandths();
    return new Price(Math.max(floor, Math.min(rules.priceCap().tenThousandths(), wanted)));
  }

  private Power inLots(double megawatts) {
    long lot = rules.quantityLot().kilowatts();
    return new Power(Math.round(megawatts * 1000 / lot) * lot);
  }
}
