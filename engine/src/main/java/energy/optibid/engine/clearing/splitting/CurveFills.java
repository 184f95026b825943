package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one curve: the part that was accepted and the part that was left out, each as a
 * step at the price the curve has where the two meet.
 */
final class CurveFills {
  private final Curve curve;
  private final String zone;
  private final long accepted;
  private final long wantedAtLimit;

  /**
   * @param accepted kilowatts, buying positive
   * @param wantedAtLimit kilowatts the curve wants at the limit where its side of the region is
   *     cut, buying positive; 0 where the price is no limit
   */
  CurveFills(Curve curve, String zone, long accepted, long wantedAtLimit) {
    this.curve = curve;
    this.zone = zone;
    this.accepted = accepted;
    this.wantedAtLimit = wantedAtLimit;
  }

  OrderFill fill() {
    long side = accepted != 0 ? accepted : wantedAtLimit;
    boolean buys = side != 0 ? side > 0 : curve.most() > 0 && curve.most() >= -curve.least();
    long offered = (buys ? curve.most() : -curve.least()) >> Curve.UNIT_BITS;
    long got = Math.abs(accepted);
    long wanted = Math.max(got, Math.abs(wantedAtLimit));
    Price here = new Price(priceAt(accepted));
    List<StepFill> steps = new ArrayList<>(2);
    if (got < wanted) {
      steps.add(step(here, wanted, got, FillReason.CURTAILED_AT_LIMIT));
    } else if (got > 0) {
      steps.add(step(here, got, got, FillReason.IN_THE_MONEY));
    }
    if (wanted < offered || offered == 0) {
      steps.add(step(here, offered - wanted, 0, FillReason.OUT_OF_THE_MONEY));
    }
    return new OrderFill(curve.id, zone, buys ? Side.BUY : Side.SELL, steps);
  }

  private static StepFill step(Price price, long offered, long accepted, FillReason reason) {
    return new StepFill(price, new Power(offered), new Power(accepted), reason);
  }

  /** The price at which the curve wants a quantity; where that is an interval, its nearer end. */
  private long priceAt(long kilowatts) {
    long units = kilowatts << Curve.UNIT_BITS;
    if (units >= curve.most()) {
      return curve.price(0);
    }
    for (int corner = 1; corner < curve.corners(); corner++) {
      long before = curve.quantity(corner - 1);
      long after = curve.quantity(corner);
      if (units <= before && units >= after && before > after) {
        long width = curve.price(corner) - curve.price(corner - 1);
        return curve.price(corner - 1)
            + width * ((before - units) >> Curve.UNIT_BITS) / ((before - after) >> Curve.UNIT_BITS);
      }
    }
    return curve.price(curve.corners() - 1);
  }

  /**
   * Value of what is bought, or minus the cost of what is sold: the area under the curve between
   * nothing and the accepted quantity, in 10⁻⁴ of the currency × kW per hour, twice. A quantity
   * inside a sloping part counts with its price rounded down.
   */
  long doubledWelfare() {
    long doubled = 0;
    long from = Math.min(accepted, 0);
    long to = Math.max(accepted, 0);
    for (int corner = 0; corner <= curve.corners(); corner++) {
      // the part of the curve that ends at this corner; flat beyond the first and the last one
      long high = corner == 0 ? to : curve.quantity(corner - 1) >> Curve.UNIT_BITS;
      long low = corner == curve.corners() ? from : curve.quantity(corner) >> Curve.UNIT_BITS;
      long upper = Math.min(high, to);
      long lower = Math.max(low, from);
      if (upper > lower) {
        doubled += (upper - lower) * (priceAt(upper, corner) + priceAt(lower, corner));
      }
    }
    return accepted < 0 ? -doubled : doubled;
  }

  private long priceAt(long kilowatts, int corner) {
    if (corner == 0) {
      return curve.price(0);
    }
    if (corner == curve.corners()) {
      return curve.price(corner - 1);
    }
    long before = curve.quantity(corner - 1) >> Curve.UNIT_BITS;
    long after = curve.quantity(corner) >> Curve.UNIT_BITS;
    long width = curve.price(corner) - curve.price(corner - 1);
    return curve.price(corner - 1) + width * (before - kilowatts) / (before - after);
  }
}
