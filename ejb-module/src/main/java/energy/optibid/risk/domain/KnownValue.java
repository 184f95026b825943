package energy.optibid.risk.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What curves are worth at prices that are known. */
public final class KnownValue {
  private static final int QUANTITY_SCALE = 3;
  private static final int MONEY_SCALE = 2;
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private KnownValue() {}

  /**
   * Money the curves would bring, receiving positive, rounded half-even to two decimals at the end.
   *
   * @param prices currency per MWh by block; a block without a price counts nothing
   */
  public static BigDecimal of(
      BidContent content, int blockMinutes, CurveKind curve, Map<Integer, BigDecimal> prices) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BidBlock block : content.blocks()) {
      BigDecimal price = prices.get(block.block());
      if (price != null) {
        sum = sum.add(accepted(block.points(), content.side(), curve, price).multiply(price));
      }
    }
    BigDecimal received = content.side() == BidSide.SELL ? sum : sum.negate();
    return received
        .multiply(BigDecimal.valueOf(blockMinutes))
        .divide(MINUTES_PER_HOUR, MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  /** MW a curve trades at a price, interpolated to 10⁻³ MW where the market interpolates. */
  static BigDecimal accepted(
      List<BidPoint> points, BidSide side, CurveKind curve, BigDecimal price) {
    BigDecimal accepted = BigDecimal.ZERO;
    BidPoint before = null;
    for (BidPoint point : points) {
      if (isReached(point, side, price)) {
        accepted = point.quantity();
      } else {
        return before == null || curve == CurveKind.STEP ? accepted : between(before, point, price);
      }
      before = point;
    }
    return accepted;
  }

  private static boolean isReached(BidPoint point, BidSide side, BigDecimal price) {
    int compared = price.compareTo(point.price());
    return side == BidSide.SELL ? compared >= 0 : compared <= 0;
  }

  private static BigDecimal between(BidPoint from, BidPoint to, BigDecimal price) {
    BigDecimal way = to.price().subtract(from.price());
    BigDecimal gone = price.subtract(from.price());
    BigDecimal more =
        to.quantity()
            .subtract(from.quantity())
            .multiply(gone)
            .divide(way, QUANTITY_SCALE, RoundingMode.HALF_EVEN);
    return from.quantity().add(more);
  }
}
