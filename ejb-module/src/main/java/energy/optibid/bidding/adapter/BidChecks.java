package energy.optibid.bidding.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCandidate.Step;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidRules;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidTerms;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.bidding.domain.OfferAtVenue;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What bids are measured against, read for each judgement; and how their faults are told. */
final class BidChecks {
  private final BidStore store;
  private final Auctions auctions;
  private final Assets assets;
  private final Rules rules;
  private final Iterable<SubmissionCheck> others;

  BidChecks(
      BidStore store,
      Auctions auctions,
      Assets assets,
      Rules rules,
      Iterable<SubmissionCheck> others) {
    this.store = store;
    this.auctions = auctions;
    this.assets = assets;
    this.rules = rules;
    this.others = others;
  }

  /** Every fault of a draft by itself. */
  List<BidFault> faults(BidDraft draft) {
    return BidRules.validate(draft, terms(draft, null));
  }

  /** Every fault of a draft's curves and block orders as such. */
  List<BidFault> orderFaults(BidDraft draft) {
    return BidRules.validateOrders(draft, terms(draft, null).auction());
  }

  /** Refuses a draft with every fault it has by itself. */
  void require(BidDraft draft) {
    refuse(faults(draft), draft.auctionId());
  }

  /**
   * Refuses a bid that may not go to the venue beside what is there.
   *
   * @param step what the caller does to it
   */
  void requireSubmittable(Bid bid, Step step) {
    Auction auction = auctions.require(bid.auctionId());
    UUID exchange = auction.exchangeId();
    store.holdDay(exchange == null ? auction.importId() : exchange, auction.deliveryDay());
    BidDraft draft = BidDraft.of(bid.auctionId(), bid.version().content());
    List<BidFault> faults = new ArrayList<>(BidRules.validate(draft, terms(draft, bid.id())));
    SubmissionCandidate candidate = candidate(bid, step, auction);
    for (SubmissionCheck check : others) {
      faults.addAll(check.faults(candidate));
    }
    refuse(faults, bid.auctionId());
  }

  private static SubmissionCandidate candidate(Bid bid, Step step, Auction auction) {
    return new SubmissionCandidate(
        bid.id(),
        bid.version().number(),
        bid.version().createdBy(),
        step,
        Tenancy.require().userId(),
        bid.version().content(),
        auction);
  }

  private void refuse(List<BidFault> faults, @Nullable UUID auctionId) {
    if (faults.isEmpty()) {
      return;
    }
    if (auctionId != null
        && faults.stream().allMatch(fault -> fault.code().equals("gate_closed"))) {
      throw tooLate(faults, auctionId);
    }
    throw new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        faults.size() == 1 ? faults.get(0).message() : "The bid has " + faults.size() + " faults.",
        faults.stream().map(BidFault::toFault).toList());
  }

  /** The auction itself says by how much. */
  private ProblemException tooLate(List<BidFault> faults, UUID auctionId) {
    List<Fault> told = faults.stream().map(BidFault::toFault).toList();
    try {
      auctions.requireOpenGate(auctionId);
      return ProblemException.gateClosed(faults.get(0).message(), told, null);
    } catch (ProblemException closed) {
      return ProblemException.gateClosed(closed.detail(), told, closed.gate().orElse(null));
    }
  }

  /**
   * @param submitted the bid that is being submitted, or null while a draft is judged by itself
   */
  private BidTerms terms(BidDraft draft, @Nullable UUID submitted) {
    AuctionTerms auctionTerms =
        draft.auctionId() == null
            ? null
            : auctions.find(draft.auctionId()).map(this::auctionTerms).orElse(null);
    AssetTerms assetTerms =
        draft.assetId() == null
            ? null
            : assets
                .find(draft.assetId())
                .map(asset -> assetTerms(asset, draft, submitted))
                .orElse(null);
    return new BidTerms(auctionTerms, assetTerms);
  }

  private AuctionTerms auctionTerms(Auction auction) {
    return AuctionTerms.of(
        auction.id(),
        auction.state() == AuctionState.OPEN,
        auction.state().code(),
        auction.firstBlock(),
        auction.firstBlock() + auction.blockCount() - 1,
        new HashSet<>(auction.areas()),
        rules.forDay(auction.marketCode(), auction.deliveryDay()),
        rules.after(auction.marketCode(), auction.deliveryDay()).orElse(null));
  }

  private AssetTerms assetTerms(Asset asset, BidDraft draft, @Nullable UUID submitted) {
    UUID auctionId = draft.auctionId();
    BidSide side = draft.side();
    Map<Integer, BigDecimal> committed =
        submitted == null || auctionId == null || side == null
            ? Map.of()
            : OfferAtVenue.powerOfOthers(store.atVenue(auctionId, asset.id()), side, submitted);
    return new AssetTerms(
        asset.id(),
        asset.name(),
        asset.areaCode(),
        asset.maxInjectionMw(),
        asset.maxWithdrawalMw(),
        committed,
        asset.technology().orElse(null));
  }
}
