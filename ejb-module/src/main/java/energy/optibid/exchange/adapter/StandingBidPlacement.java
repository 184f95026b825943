package energy.optibid.exchange.adapter;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.exchange.StandingBid;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.exchange.domain.StandingBidStore;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Places standing bids in a session whose gate has opened, each in its organisation's name. */
@ApplicationScoped
public class StandingBidPlacement {
  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final StandingBidStore store;
  private final AuctionFloor floor;
  private final Bidding bidding;
  private final Outbox outbox;

  @Inject
  public StandingBidPlacement(
      PlatformTransactions platform,
      Transactions transactions,
      StandingBidStore store,
      AuctionFloor floor,
      Bidding bidding,
      Outbox outbox) {
    this.platform = platform;
    this.transactions = transactions;
    this.store = store;
    this.floor = floor;
    this.bidding = bidding;
    this.outbox = outbox;
  }

  /** May be repeated: an asset that has a bid in the auction gets no other. */
  void place(UUID exchangeId, DueEvent event) {
    UUID auctionId = event.auctionId();
    if (auctionId == null) {
      return;
    }
    List<StandingBidStore.Owned> standing = platform.call(() -> store.of(exchangeId));
    if (standing.isEmpty()) {
      return;
    }
    Auction auction = platform.call(() -> floor.find(auctionId)).orElseThrow();
    for (StandingBidStore.Owned owned : standing) {
      Tenancy.runAs(
          Tenancy.jobCaller(owned.organization(), owned.by()), () -> place(auction, owned));
    }
  }

  private void place(Auction auction, StandingBidStore.Owned owned) {
    try {
      transactions.call(
          () -> {
            store.holdPlace(auction.id(), owned.bid().assetId());
            if (!store.hasBid(auction.id(), owned.bid().assetId())) {
              BidView bid = bidding.create(draft(auction, owned.bid()));
              bidding.submit(bid.id(), bid.version());
            }
            return auction;
          });
    } catch (ProblemException refused) {
      // one organisation's refused bid keeps no other from being placed
      transactions.call(
          () -> {
            outbox.append(refusal(auction, owned.organization(), owned.bid(), refused));
            return auction;
          });
    }
  }

  static BidDraft draft(Auction auction, StandingBid bid) {
    List<BidDraft.Point> points =
        bid.points().stream()
            .map(point -> new BidDraft.Point(point.price(), point.quantity()))
            .toList();
    return new BidDraft(
        auction.id(),
        bid.assetId(),
        bid.areaCode(),
        bid.side(),
        "Standing bid",
        IntStream.range(auction.firstBlock(), auction.firstBlock() + auction.blockCount())
            .mapToObj(block -> new BidDraft.Block(block, points))
            .toList());
  }

  private static DomainEvent refusal(
      Auction auction, OrganizationId organization, StandingBid bid, ProblemException refused) {
    return new DomainEvent(
        "bids",
        organization,
        "standing_bid",
        bid.assetId(),
        bid.version(),
        "standing.refused",
        Json.createObjectBuilder()
            .add("auctionId", auction.id().toString())
            .add("assetId", bid.assetId().toString())
            .add("reason", refused.detail())
            .build());
  }
}
