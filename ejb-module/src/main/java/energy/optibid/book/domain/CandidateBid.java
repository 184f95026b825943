package energy.optibid.book.domain;

import energy.optibid.assets.Asset;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import energy.optibid.market.Auction;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A bid on its way to its venue, laid on the quarter hours of its delivery day. */
public final class CandidateBid {
  private final Auction auction;
  private final Asset asset;
  private final BookGrid grid;
  private final Commitment commitment;
  private final Map<Integer, String> addresses = new LinkedHashMap<>();
  private final TreeMap<Integer, Integer> blockAt = new TreeMap<>();

  public CandidateBid(UUID bidId, BidContent content, Auction auction, Asset asset, BookGrid grid) {
    this.auction = auction;
    this.asset = asset;
    this.grid = grid;
    this.commitment =
        new Commitment(
            CommitmentKind.OFFERED,
            bidId,
            content.label(),
            auction.id(),
            auction.marketCode(),
            asset.id(),
            content.side(),
            Offer.of(BidOffer.of(content), auction.day(), grid));
    for (int i = 0; i < content.blocks().size(); i++) {
      addresses.putIfAbsent(content.blocks().get(i).block(), "/blocks/" + i);
    }
    for (int i = 0; i < content.blockOrders().size(); i++) {
      BidBlockOrder order = content.blockOrders().get(i);
      for (int j = 0; j < order.profile().size(); j++) {
        addresses.putIfAbsent(
            order.profile().get(j).block(), "/blockOrders/" + i + "/profile/" + j);
      }
    }
    addresses
        .keySet()
        .forEach(
            block -> {
              for (int index : grid.covered(auction.day(), block)) {
                blockAt.put(index, block);
              }
            });
  }

  Commitment commitment() {
    return commitment;
  }

  BidSide side() {
    return commitment.side();
  }

  Auction auction() {
    return auction;
  }

  Asset asset() {
    return asset;
  }

  BookGrid grid() {
    return grid;
  }

  /** Its blocks by number with the pointer to each. */
  Map<Integer, String> addresses() {
    return addresses;
  }

  /** Where a block of its auction lies. */
  int[] covered(int block) {
    return grid.covered(auction.day(), block);
  }

  /** Most power in a quarter hour. */
  BigDecimal most(int index) {
    return commitment.most().at(index);
  }

  /** Its last block that has begun in a quarter hour. */
  Optional<Integer> blockBy(int index) {
    return Optional.ofNullable(blockAt.floorEntry(index)).map(Map.Entry::getValue);
  }

  /** The most the asset can do on the bid's side, MW. */
  BigDecimal capability() {
    return switch (side()) {
      case SELL -> asset.maxInjectionMw();
      case BUY -> asset.maxWithdrawalMw();
    };
  }
}
