package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.engine.rules.CurveKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for the points of one block; it adds what it finds to a list. */
final class CurveRules {
  private final int index;
  private final BidDraft.Block block;
  private final @Nullable BidSide side;
  private final @Nullable AuctionTerms auction;
  private final @Nullable AssetTerms asset;
  private final List<BidFault> faults;

  CurveRules(
      int index,
      BidDraft.Block block,
      @Nullable BidSide side,
      @Nullable AuctionTerms auction,
      @Nullable AssetTerms asset,
      List<BidFault> faults) {
    this.index = index;
    this.block = block;
    this.side = side;
    this.auction = auction;
    this.asset = asset;
    this.faults = faults;
  }

  void check() {
    List<BidDraft.Point> points = block.points();
    if (points.isEmpty()) {
      add(null, "", "required", "A block needs at least one point.");
    }
    if (auction != null && points.size() > auction.maxPoints()) {
      add(
          null,
          "",
          "too_many_points",
          "A block takes " + auction.maxPoints() + " points, not " + points.size() + ".");
    }
    BigDecimal lastPrice = null;
    BigDecimal lastQuantity = null;
    for (int j = 0; j < points.size(); j++) {
      BigDecimal price = points.get(j).price();
      BigDecimal quantity = points.get(j).quantity();
      price(j, price, lastPrice);
      quantity(j, quantity, lastQuantity);
      lastPrice = price == null ? lastPrice : price;
      lastQuantity = quantity == null ? lastQuantity : quantity;
    }
  }

  private void price(int j, @Nullable BigDecimal price, @Nullable BigDecimal last) {
    if (price == null) {
      add(j, "/price", "required", "The price is missing.");
      return;
    }
    if (auction != null) {
      if (price.compareTo(auction.floor()) < 0 || price.compareTo(auction.cap()) > 0) {
        add(
            j,
            "/price",
            "price_limit",
            "The price must lie between %s and %s %s/MWh."
                .formatted(plain(auction.floor()), plain(auction.cap()), auction.currency()));
      }
      if (!isMultiple(price, auction.tick())) {
        add(
            j,
            "/price",
            "tick",
            "The price must be a multiple of %s %s/MWh."
                .formatted(plain(auction.tick()), auction.currency()));
      }
    }
    if (last != null && side != null) {
      int order = price.compareTo(last);
      if (side == BidSide.SELL ? order <= 0 : order >= 0) {
        add(
            j,
            "/price",
            "monotone",
            side == BidSide.SELL
                ? "A sell's prices rise from point to point."
                : "A buy's prices fall from point to point.");
      }
    }
  }

  private void quantity(int j, @Nullable BigDecimal quantity, @Nullable BigDecimal last) {
    if (quantity == null) {
      add(j, "/quantity", "required", "The quantity is missing.");
      return;
    }
    if (quantity.signum() < 0) {
      add(
          j,
          "/quantity",
          "negative_quantity",
          "A quantity is never negative: the side says which way it flows.");
    } else if (quantity.signum() == 0 && !beginsSlope(j)) {
      add(j, "/quantity", "required", "A point of 0 MW offers nothing: leave it out.");
    }
    if (auction != null && !isMultiple(quantity, auction.lotMw())) {
      add(
          j,
          "/quantity",
          "lot",
          "The quantity must be a multiple of " + plain(auction.lotMw()) + " MW.");
    }
    if (last != null && quantity.compareTo(last) < (isLinear() ? 0 : 1)) {
      add(
          j,
          "/quantity",
          "monotone",
          isLinear()
              ? "Quantities are cumulative: no point may be below the one before."
              : "Quantities are cumulative: each point must be above the one before.");
    }
    capability(j, quantity);
  }

  /** Between points a line is drawn, so that the first may say where it starts from nothing. */
  private boolean beginsSlope(int j) {
    return isLinear() && j == 0 && block.points().size() > 1;
  }

  private boolean isLinear() {
    return auction != null && auction.curve() == CurveKind.LINEAR;
  }

  private void capability(int j, BigDecimal quantity) {
    if (asset == null || side == null) {
      return;
    }
    BigDecimal limit = side == BidSide.SELL ? asset.maxInjectionMw() : asset.maxWithdrawalMw();
    Integer number = block.block();
    BigDecimal committed =
        number == null ? BigDecimal.ZERO : asset.committed().getOrDefault(number, BigDecimal.ZERO);
    if (quantity.add(committed).compareTo(limit) > 0) {
      String verb = side == BidSide.SELL ? "inject" : "withdraw";
      String others =
          committed.signum() == 0
              ? ""
              : ", and other bids already have " + plain(committed) + " MW of it at the venue";
      add(
          j,
          "/quantity",
          "capability",
          "%s can %s at most %s MW%s.".formatted(asset.name(), verb, plain(limit), others));
    }
  }

  private void add(@Nullable Integer point, String field, String code, String message) {
    String address = "/blocks/" + index + "/points" + (point == null ? "" : "/" + point + field);
    faults.add(new BidFault(address, code, message, block.block(), point));
  }

  private static boolean isMultiple(BigDecimal value, BigDecimal unit) {
    return value.remainder(unit).signum() == 0;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
