package energy.optibid.engine.sequence;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an auction left unselected of a curve, as a curve for the next auction. */
public final class CarriedVolume {
  private CarriedVolume() {}

  /**
   * The curve less what was accepted of it: at each price it wants what the whole curve wants there
   * beyond the accepted quantity, and never the other side. Where that begins between two corners,
   * the price of the new corner is rounded by less than 10⁻⁴ to the bidder's favour, so the sum of
   * both awards never exceeds the curve.
   *
   * @param order all purchase or all sale
   * @param accepted how much, whatever the side; not negative
   * @return empty if nothing is left
   * @throws IllegalArgumentException if the curve buys and sells, or more was accepted than offered
   */
  public static Optional<CurveOrder> of(CurveOrder order, Power accepted) {
    long most = order.corners().get(0).quantity().kilowatts();
    long least = order.corners().get(order.corners().size() - 1).quantity().kilowatts();
    if (most > 0 && least < 0) {
      throw new IllegalArgumentException("curve " + order.id() + " buys and sells");
    }
    if (accepted.kilowatts() < 0 || accepted.kilowatts() > Math.max(most, -least)) {
      throw new IllegalArgumentException(
          "curve " + order.id() + " cannot have " + accepted + " accepted");
    }
    boolean sale = least < 0;
    List<CurveCorner> left = new ArrayList<>(order.corners().size() + 1);
    for (int i = 0; i < order.corners().size(); i++) {
      CurveCorner here = order.corners().get(i);
      if (i > 0) {
        crossing(order.corners().get(i - 1), here, accepted, sale).ifPresent(left::add);
      }
      left.add(new CurveCorner(here.price(), beyond(here, accepted, sale)));
    }
    boolean nothing = left.stream().allMatch(corner -> corner.quantity().isZero());
    return nothing ? Optional.empty() : Optional.of(new CurveOrder(order.id(), order.zone(), left));
  }

  private static Power beyond(CurveCorner corner, Power accepted, boolean sale) {
    long wanted = corner.quantity().kilowatts();
    return new Power(
        sale
            ? Math.min(0, wanted + accepted.kilowatts())
            : Math.max(0, wanted - accepted.kilowatts()));
  }

  /** Where the line between two corners passes the accepted quantity, if it does so inside. */
  private static Optional<CurveCorner> crossing(
      CurveCorner from, CurveCorner to, Power accepted, boolean sale) {
    long level = sale ? -accepted.kilowatts() : accepted.kilowatts();
    long before = from.quantity().kilowatts() - level;
    long after = to.quantity().kilowatts() - level;
    if (before <= 0 || after >= 0) {
      return Optional.empty();
    }
    BigInteger width =
        BigInteger.valueOf(to.price().tenThousandths())
            .subtract(BigInteger.valueOf(from.price().tenThousandths()));
    BigInteger[] step =
        width
            .multiply(BigInteger.valueOf(before))
            .divideAndRemainder(BigInteger.valueOf(before).subtract(BigInteger.valueOf(after)));
    // a sale begins no lower, a purchase ends no higher than the line says
    long up = sale && step[1].signum() > 0 ? 1 : 0;
    long price = from.price().tenThousandths() + step[0].longValueExact() + up;
    return Optional.of(new CurveCorner(new Price(price), Power.ZERO));
  }
}
