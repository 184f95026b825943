package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Block orders of own bids as the engine's, named after their bid. */
public final class OwnBlocks {
  private OwnBlocks() {}

  /**
   * Every block order of bids.
   *
   * @param firstBlock number of the auction's first block, which is the engine's period 1
   */
  public static List<BlockOrder> of(List<SubmittedBid> bids, int firstBlock) {
    List<BlockOrder> orders = new ArrayList<>();
    for (SubmittedBid bid : bids) {
      for (BidBlockOrder order : bid.content().blockOrders()) {
        orders.addAll(of(bid, order, firstBlock));
      }
    }
    return orders;
  }

  /**
   * One of them: several blocks of a group of their own where it is flexible, in the order of its
   * profile.
   */
  static List<BlockOrder> of(SubmittedBid bid, BidBlockOrder order, int firstBlock) {
    String id = id(bid, order.id());
    String zone = bid.content().areaCode();
    Side side = OwnOrders.side(bid.content().side());
    Price price = Price.of(order.price());
    if (order.flexible()) {
      return order.profile().stream()
          .map(
              part ->
                  BlockOrder.whole(
                          id + "@" + part.block(),
                          zone,
                          side,
                          price,
                          Map.of(part.block() - firstBlock + 1, Power.ofMegawatts(part.quantity())))
                      .in(id))
          .toList();
    }
    SortedMap<Integer, Power> quantities = new TreeMap<>();
    for (BlockQuantity part : order.profile()) {
      quantities.put(part.block() - firstBlock + 1, Power.ofMegawatts(part.quantity()));
    }
    return List.of(
        new BlockOrder(
            id,
            zone,
            side,
            price,
            quantities,
            Ratio.of(order.minimumAcceptanceRatio().toPlainString()),
            Optional.ofNullable(order.parent()).map(parent -> id(bid, parent)),
            Optional.ofNullable(order.exclusiveGroup()).map(group -> id(bid, "group:" + group))));
  }

  /**
   * The name a block order of a bid has in a clearing problem; of a flexible one that of the group
   * of its blocks, which no group the bid names shares.
   */
  static String id(SubmittedBid bid, String name) {
    return OwnOrders.orderId(bid.bidId()) + "/" + name;
  }

  /** Of a block order's blocks the one that was placed, or that came nearest to it. */
  static BlockOrder placed(List<BlockOrder> blocks, Function<BlockOrder, BlockOutcome> outcome) {
    return blocks.stream()
        .max(
            Comparator.<BlockOrder, Boolean>comparing(
                    block -> outcome.apply(block).decision() == BlockDecision.ACCEPTED)
                .thenComparing(block -> outcome.apply(block).surplus().rounded().amount()))
        .orElseThrow();
  }

  /** Whether any of the bids has one. */
  public static boolean areIn(List<SubmittedBid> bids) {
    return bids.stream().anyMatch(bid -> !bid.content().blockOrders().isEmpty());
  }
}
