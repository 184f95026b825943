package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a bid must keep to be taken. Pure: the same draft and terms give the same faults. */
public final class BidRules {
  private BidRules() {}

  /** Every fault of a draft, each at its address; empty when the draft may become a bid. */
  public static List<BidFault> validate(BidDraft draft, BidTerms terms) {
    List<BidFault> faults = new ArrayList<>();
    AuctionTerms auction = terms.auction();
    AssetTerms asset = terms.asset();
    head(draft, auction, asset, faults);
    if (draft.blocks().isEmpty() && draft.blockOrders().isEmpty()) {
      faults.add(
          BidFault.at(
              "/blocks",
              "required",
              "A bid needs at least one block with a point, or a block order."));
    }
    curves(draft, auction, asset, faults);
    new BlockOrderRules(draft, auction, asset, faults).check();
    return List.copyOf(faults);
  }

  /** Every fault of a draft's area, curves and block orders, whatever its asset and the gate. */
  public static List<BidFault> validateOrders(BidDraft draft, @Nullable AuctionTerms auction) {
    List<BidFault> faults = new ArrayList<>();
    area(draft.areaCode(), auction, null, faults);
    curves(draft, auction, null, faults);
    new BlockOrderRules(draft, auction, null, faults).check();
    return List.copyOf(faults);
  }

  private static void curves(
      BidDraft draft,
      @Nullable AuctionTerms auction,
      @Nullable AssetTerms asset,
      List<BidFault> faults) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < draft.blocks().size(); i++) {
      BidDraft.Block block = draft.blocks().get(i);
      blockNumber(i, block, auction, seen, faults);
      new CurveRules(i, block, draft.side(), auction, asset, faults).check();
    }
  }

  /**
   * The draft as content, blocks sorted.
   *
   * @throws IllegalArgumentException if {@link #validate} would have found something missing
   */
  public static BidContent content(BidDraft draft) {
    return new BidContent(
        present(draft.assetId()),
        present(draft.areaCode()),
        present(draft.side()),
        draft.label(),
        draft.blocks().stream()
            .map(
                block ->
                    new BidBlock(
                        present(block.block()),
                        block.points().stream()
                            .map(
                                point ->
                                    new BidPoint(present(point.price()), present(point.quantity())))
                            .toList()))
            .sorted(Comparator.comparingInt(BidBlock::block))
            .toList(),
        draft.carryOver(),
        draft.blockOrders().stream().map(BidRules::blockOrder).toList());
  }

  private static BidBlockOrder blockOrder(BidDraft.BlockOrder order) {
    BigDecimal ratio = order.minimumAcceptanceRatio();
    return new BidBlockOrder(
        present(order.id()),
        order.profile().stream()
            .map(part -> new BlockQuantity(present(part.block()), present(part.quantity())))
            .sorted(Comparator.comparingInt(BlockQuantity::block))
            .toList(),
        present(order.price()),
        ratio == null ? BigDecimal.ONE : ratio,
        order.parent(),
        order.exclusiveGroup(),
        order.flexible());
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the draft has gaps");
    }
    return value;
  }

  private static void head(
      BidDraft draft,
      @Nullable AuctionTerms auction,
      @Nullable AssetTerms asset,
      List<BidFault> faults) {
    if (draft.auctionId() == null) {
      faults.add(BidFault.at("/auctionId", "required", "Say which auction the bid is for."));
    } else if (auction == null) {
      faults.add(BidFault.at("/auctionId", "unknown_auction", "There is no such auction."));
    } else if (!auction.open()) {
      faults.add(
          BidFault.at(
              "/auctionId",
              "gate_closed",
              "The gate of this auction is closed (it is " + auction.state() + ")."));
    }
    if (draft.assetId() == null) {
      faults.add(BidFault.at("/assetId", "required", "Say which asset stands behind the bid."));
    } else if (asset == null) {
      faults.add(BidFault.at("/assetId", "unknown_asset", "There is no such asset."));
    }
    if (draft.side() == null) {
      faults.add(BidFault.at("/side", "required", "A bid buys or sells."));
    }
    area(draft.areaCode(), auction, asset, faults);
    if (auction != null) {
      sequence(draft, auction, asset, faults);
    }
  }

  private static void sequence(
      BidDraft draft, AuctionTerms auction, @Nullable AssetTerms asset, List<BidFault> faults) {
    if (draft.side() == BidSide.SELL
        && asset != null
        && !auction.permitsSaleOf(asset.technology())) {
      String eligible =
          auction.eligibleSellers().stream()
              .map(kind -> kind.code().replace('_', ' '))
              .collect(Collectors.joining(", "));
      faults.add(
          BidFault.at(
              "/assetId",
              "not_eligible",
              asset.name() + " may not sell in this market, which takes " + eligible + "."));
    }
    if (draft.carryOver() && auction.nextMarket() == null) {
      faults.add(
          BidFault.at(
              "/carryOver",
              "no_next_auction",
              "No auction of the day takes what this one leaves unselected."));
    }
  }

  private static void area(
      @Nullable String area,
      @Nullable AuctionTerms auction,
      @Nullable AssetTerms asset,
      List<BidFault> faults) {
    if (area == null || area.isBlank()) {
      faults.add(BidFault.at("/areaCode", "required", "Say which area the bid is for."));
    } else if (auction != null && !auction.areas().contains(area)) {
      faults.add(BidFault.at("/areaCode", "area", area + " is no area of this auction."));
    } else if (asset != null && !asset.areaCode().equals(area)) {
      faults.add(
          BidFault.at(
              "/areaCode",
              "area",
              asset.name() + " stands in " + asset.areaCode() + ", not in " + area + "."));
    }
  }

  private static void blockNumber(
      int index,
      BidDraft.Block block,
      @Nullable AuctionTerms auction,
      Set<Integer> seen,
      List<BidFault> faults) {
    String address = "/blocks/" + index + "/block";
    Integer number = block.block();
    if (number == null) {
      faults.add(BidFault.at(address, "required", "Say which block the curve is for."));
      return;
    }
    if (auction == null
        ? number < 1
        : number < auction.firstBlock() || number > auction.lastBlock()) {
      String range =
          auction == null ? "from 1" : auction.firstBlock() + " to " + auction.lastBlock();
      faults.add(
          BidFault.inBlock(
              address,
              "unknown_block",
              "The auction has blocks " + range + ", not " + number + ".",
              number));
    }
    if (!seen.add(number)) {
      faults.add(
          BidFault.inBlock(
              address, "duplicate_block", "Block " + number + " appears twice.", number));
    }
  }
}
