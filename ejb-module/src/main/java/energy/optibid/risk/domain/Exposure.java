package energy.optibid.risk.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a bid weighs against limits. It depends on the version and its auction alone
 * and never changes.
 *
 * @param volume most energy it can trade, MWh
 * @param value sum of energy × |limit price| of that, in currency
 * @param loss what it can cost at worst, in currency; see {@link
 *     energy.optibid.risk.LimitKind#DAILY_LOSS}
 * @param kilowatts the power it can oblige its asset to, by quarter hour of the delivery day; a
 *     sale is positive, a purchase negative
 */
public record Exposure(
    UUID bidId,
    int versionNumber,
    UUID writtenBy,
    UUID assetId,
    String marketCode,
    String currency,
    BigDecimal volume,
    BigDecimal value,
    BigDecimal loss,
    List<Long> kilowatts) {
  private static final int QUARTER_MINUTES = 15;
  private static final int KILOWATT_SCALE = 3;

  public Exposure {
    kilowatts = List.copyOf(kilowatts);
  }

  /**
   * Who and what a version belongs to.
   *
   * @param blockMinutes length of the auction's blocks
   * @param curve how the market reads a curve between its points
   */
  public record Version(
      UUID bidId,
      int versionNumber,
      UUID writtenBy,
      String marketCode,
      String currency,
      int blockMinutes,
      CurveKind curve) {}

  /** Weighs a version. */
  public static Exposure of(Version version, BidContent content) {
    Weight weight = Weight.ZERO;
    for (BidBlock block : content.blocks()) {
      weight = weight.plus(curve(block, content.side(), version));
    }
    Weight grouped = Weight.ZERO;
    for (List<BidBlockOrder> alternatives : OrderGroups.of(content.blockOrders())) {
      grouped = grouped.plus(dearest(alternatives, content.side(), version.blockMinutes()));
    }
    Weight sum = weight.plus(grouped);
    return new Exposure(
        version.bidId(),
        version.versionNumber(),
        version.writtenBy(),
        content.assetId(),
        version.marketCode(),
        version.currency(),
        sum.volume(),
        sum.value(),
        sum.loss(),
        quarters(content, version.blockMinutes()));
  }

  /**
   * Of a curve each piece between two points weighs its own price, where the market interpolates
   * the dearer of its two ends: a uniform price never makes it cost more.
   */
  private static Weight curve(BidBlock block, BidSide side, Version version) {
    Weight sum = Weight.ZERO;
    BidPoint before = null;
    for (BidPoint point : block.points()) {
      BigDecimal more =
          before == null ? point.quantity() : point.quantity().subtract(before.quantity());
      Weight own = Weight.of(more, version.blockMinutes(), point.price(), side);
      sum =
          sum.plus(
              before == null || version.curve() == CurveKind.STEP
                  ? own
                  : own.orMore(Weight.of(more, version.blockMinutes(), before.price(), side)));
      before = point;
    }
    return sum;
  }

  private static Weight dearest(List<BidBlockOrder> alternatives, BidSide side, int blockMinutes) {
    Weight most = Weight.ZERO;
    for (BidBlockOrder order : alternatives) {
      most = most.orMore(Weight.of(power(order), blockMinutes, order.price(), side));
    }
    return most;
  }

  /** MW added up over the blocks an order can trade in: of a flexible one, one block's. */
  private static BigDecimal power(BidBlockOrder order) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BlockQuantity part : order.profile()) {
      sum = order.flexible() ? sum.max(part.quantity()) : sum.add(part.quantity());
    }
    return sum;
  }

  private static List<Long> quarters(BidContent content, int blockMinutes) {
    Map<Integer, BigDecimal> power = content.offeredPower();
    int last = power.keySet().stream().mapToInt(block -> block * blockMinutes).max().orElse(0);
    List<Long> quarters = new ArrayList<>();
    for (int minute = 0; minute < last; minute += QUARTER_MINUTES) {
      BigDecimal megawatts = power.get(minute / blockMinutes + 1);
      long kilowatts =
          megawatts == null ? 0 : megawatts.movePointRight(KILOWATT_SCALE).longValueExact();
      quarters.add(content.side() == BidSide.SELL ? kilowatts : -kilowatts);
    }
    return quarters;
  }

  /** Power of a quarter hour of the day, counted from 0; a sale is positive. */
  long kilowatts(int quarter) {
    return quarter < kilowatts.size() ? kilowatts.get(quarter) : 0;
  }

  /** Whether this is a version of that bid. */
  boolean isOf(@Nullable UUID bid) {
    return bidId.equals(bid);
  }
}
