package energy.optibid.risk.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidPoint;
import energy.optibid.risk.BidApproval.LimitEffect;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.RiskLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a version of a bid does to a limit, and how that is told. */
public final class LimitEffects {
  /** Code of every breach. */
  public static final String EXCEEDED = "limit_exceeded";

  /** Percent at whose crossing the desk is told. */
  private static final int[] MARKS = {50, 80, 90, 100};

  private static final int MONEY_DECIMALS = 2;

  private LimitEffects() {}

  /**
   * The effect of a version on a limit that measures it. A version that adds nothing to what is
   * used exceeds nothing, also where the limit was narrowed since.
   *
   * @param standing every version that may be at a venue, of the same bid too
   */
  public static LimitEffect of(
      RiskLimit limit, Collection<Exposure> standing, Exposure version, BidContent content) {
    BigDecimal amount = limit.amount();
    if (limit.kind() == LimitKind.PRICE_COLLAR || amount == null) {
      return new LimitEffect(limit, null, null, null, null, !outside(limit, content).isEmpty());
    }
    List<Exposure> with = new ArrayList<>(standing);
    with.add(version);
    BigDecimal before = Usage.of(limit, standing);
    BigDecimal after = Usage.of(limit, with);
    return new LimitEffect(
        limit,
        before,
        after,
        Usage.percent(before, amount),
        Usage.percent(after, amount),
        after.compareTo(amount) > 0 && after.compareTo(before) > 0);
  }

  /** Every reason that a limit gives against a version. */
  public static List<BidFault> faults(
      LimitEffect effect, Collection<Exposure> standing, Exposure version, BidContent content) {
    RiskLimit limit = effect.limit();
    BigDecimal after = effect.after();
    BigDecimal amount = limit.amount();
    if (!effect.exceeded()) {
      return List.of();
    }
    if (after == null || amount == null) {
      return outside(limit, content);
    }
    List<Exposure> others =
        standing.stream().filter(exposure -> !exposure.isOf(version.bidId())).toList();
    BigDecimal used = Usage.of(limit, others);
    String message =
        limit.kind() == LimitKind.NET_POSITION
            ? "The limit %s allows a net position of %s; without this bid it is %s, with it %s."
                .formatted(limit.name(), told(amount, limit), told(used, limit), told(after, limit))
            : "The limit %s is %s a day; %s are used and this bid needs %s."
                .formatted(
                    limit.name(),
                    told(amount, limit),
                    told(used, limit),
                    told(after.subtract(used), limit));
    return List.of(BidFault.at(field(limit), EXCEEDED, message));
  }

  /** The highest mark that a version takes a limit across; null if none. */
  public static @Nullable Integer crossed(LimitEffect effect) {
    BigDecimal before = effect.before();
    BigDecimal after = effect.after();
    BigDecimal amount = effect.limit().amount();
    Integer highest = null;
    if (before != null && after != null && amount != null && amount.signum() > 0) {
      for (int mark : MARKS) {
        BigDecimal at = amount.multiply(BigDecimal.valueOf(mark, 2));
        if (before.compareTo(at) < 0 && after.compareTo(at) >= 0) {
          highest = mark;
        }
      }
    }
    return highest;
  }

  private static String field(RiskLimit limit) {
    return switch (limit.subject()) {
      case ASSET -> "/assetId";
      case ORGANIZATION, TRADER, MARKET -> "";
    };
  }

  /** An amount as messages tell it, money rounded half-even to two decimals. */
  private static String told(BigDecimal figure, RiskLimit limit) {
    return switch (limit.kind()) {
      case VOLUME -> Usage.plain(figure).toPlainString() + " MWh";
      case NET_POSITION -> Usage.plain(figure).toPlainString() + " MW";
      case VALUE, DAILY_LOSS ->
          figure.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN).toPlainString()
              + " "
              + limit.currency();
      case PRICE_COLLAR -> figure.toPlainString() + " " + limit.currency() + "/MWh";
    };
  }

  private static List<BidFault> outside(RiskLimit limit, BidContent content) {
    List<BidFault> faults = new ArrayList<>();
    for (int i = 0; i < content.blocks().size(); i++) {
      BidBlock block = content.blocks().get(i);
      for (int j = 0; j < block.points().size(); j++) {
        BidPoint point = block.points().get(j);
        String message = outside(limit, point.price());
        if (message != null) {
          String field = "/blocks/" + i + "/points/" + j + "/price";
          faults.add(new BidFault(field, EXCEEDED, message, block.block(), j));
        }
      }
    }
    for (int i = 0; i < content.blockOrders().size(); i++) {
      BidBlockOrder order = content.blockOrders().get(i);
      String message = outside(limit, order.price());
      if (message != null) {
        faults.add(BidFault.at("/blockOrders/" + i + "/price", EXCEEDED, message));
      }
    }
    return faults;
  }

  private static @Nullable String outside(RiskLimit limit, BigDecimal price) {
    BigDecimal lowest = limit.lowestPrice();
    BigDecimal highest = limit.highestPrice();
    if (lowest != null && price.compareTo(lowest) < 0) {
      return "The limit %s allows prices from %s on, not %s."
          .formatted(limit.name(), told(lowest, limit), price.toPlainString());
    }
    if (highest != null && price.compareTo(highest) > 0) {
      return "The limit %s allows prices up to %s, not %s."
          .formatted(limit.name(), told(highest, limit), price.toPlainString());
    }
    return null;
  }
}
