package energy.optibid.bidding.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidCopies;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.BulkEdit;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BlockMapping;
import energy.optibid.bidding.domain.BlockMapping.Mapped;
import energy.optibid.bidding.domain.BulkChange;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes many drafts in one transaction: every one is judged first, then all are written or none.
 */
@ApplicationScoped
@Typed(BidCopies.class)
@InTransaction
public class BidCopyDesk implements BidCopies {
  private static final int MOST_BIDS = 200;

  private final BidStore store;
  private final Bidding bidding;
  private final Auctions auctions;
  private final Assets assets;
  private final Rules rules;

  @Inject
  public BidCopyDesk(
      BidStore store, Bidding bidding, Auctions auctions, Assets assets, Rules rules) {
    this.store = store;
    this.bidding = bidding;
    this.auctions = auctions;
    this.assets = assets;
    this.rules = rules;
  }

  @Override
  public CopiedBid clone(UUID id, UUID auctionId, @Nullable UUID assetId) {
    Bid bid = store.find(id).orElseThrow(() -> ProblemException.notFound("bid"));
    Mapped mapped = mapped(bid, auctions.require(auctionId));
    BidContent content = assetId == null ? mapped.content() : placed(mapped.content(), assetId);
    return new CopiedBid(bidding.create(BidDraft.of(auctionId, content)), mapped.dropped());
  }

  private Mapped mapped(Bid bid, Auction target) {
    Auction source = auctions.require(bid.auctionId());
    return new BlockMapping(source.day(), target.day(), target.firstBlock(), target.blockCount())
        .map(bid.version().content());
  }

  private BidContent placed(BidContent content, UUID assetId) {
    Asset asset = assets.find(assetId).orElseThrow(() -> ProblemException.notFound("asset"));
    return content.of(assetId, asset.areaCode());
  }

  @Override
  public List<CopiedBid> copyDay(LocalDate fromDay, LocalDate toDay, String marketCode) {
    List<Bid> sources = bidsOf(fromDay, marketCode);
    List<Auction> targets = auctions.list(null, marketCode, toDay, null, null, MOST_BIDS).items();
    List<BidDraft> drafts = new ArrayList<>();
    List<Mapped> mapped = new ArrayList<>();
    Map<UUID, Auction> found = new HashMap<>();
    for (Bid bid : sources) {
      Auction source = found.computeIfAbsent(bid.auctionId(), auctions::require);
      Auction target =
          targets.stream()
              .filter(one -> Objects.equals(one.exchangeId(), source.exchangeId()))
              .filter(one -> one.isHeldOutside() == source.isHeldOutside())
              .filter(one -> one.session() == source.session())
              .findFirst()
              .orElseThrow(
                  () ->
                      new ProblemException(
                          ProblemCode.CONFLICT,
                          "%s has no auction on %s for the bids of session %d of %s."
                              .formatted(marketCode, toDay, source.session(), fromDay)));
      Mapped there = mapped(bid, target);
      mapped.add(there);
      drafts.add(BidDraft.of(target.id(), there.content()));
    }
    return written(drafts, mapped);
  }

  @Override
  public List<CopiedBid> copy(UUID auctionId, List<UUID> bidIds) {
    Auction target = auctions.requireOpenGate(auctionId);
    List<Mapped> mapped = new ArrayList<>();
    List<BidDraft> drafts = new ArrayList<>();
    for (Bid bid : named(bidIds)) {
      Mapped there = mapped(bid, target);
      mapped.add(there);
      drafts.add(BidDraft.of(auctionId, there.content()));
    }
    return written(drafts, mapped);
  }

  private List<Bid> named(List<UUID> bidIds) {
    List<Fault> faults = new ArrayList<>();
    if (bidIds.isEmpty() || bidIds.size() > MOST_BIDS) {
      faults.add(new Fault("/bidIds", "required", "Name 1 to " + MOST_BIDS + " bids."));
      refuse(faults);
    }
    List<Bid> bids = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < bidIds.size(); i++) {
      String at = "/bidIds/" + i;
      if (seen.add(bidIds.get(i))) {
        store
            .find(bidIds.get(i))
            .ifPresentOrElse(
                bids::add, () -> faults.add(new Fault(at, "unknown", "There is no such bid.")));
      } else {
        faults.add(new Fault(at, "duplicate_id", "This bid is named twice."));
      }
    }
    refuse(faults);
    return bids;
  }

  /** Every draft, or none and every fault. */
  private List<CopiedBid> written(List<BidDraft> drafts, List<Mapped> mapped) {
    refuse(faults(drafts));
    List<CopiedBid> copies = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      copies.add(new CopiedBid(bidding.create(drafts.get(i)), mapped.get(i).dropped()));
    }
    return copies;
  }

  private List<Bid> bidsOf(LocalDate day, String marketCode) {
    BidQuery query = new BidQuery(null, null, marketCode, day, null);
    List<Bid> bids = new ArrayList<>();
    String cursor = null;
    do {
      Page<Bid> page = store.list(query, cursor, MOST_BIDS);
      page.items().stream().filter(bid -> bid.state() != BidState.WITHDRAWN).forEach(bids::add);
      if (bids.size() > MOST_BIDS) {
        throw new ProblemException(
            ProblemCode.CONFLICT, "At most " + MOST_BIDS + " bids are copied at once.");
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return bids;
  }

  @Override
  public List<BidView> edit(BulkEdit edit) {
    refuse(shape(edit));
    List<Bid> bids = new ArrayList<>();
    List<BidDraft> drafts = new ArrayList<>();
    BidChanges changes = new BidChanges(store);
    for (BulkEdit.Target target : edit.bids()) {
      Bid bid = changes.require(present(target.id()), present(target.version()));
      Auction auction = auctions.require(bid.auctionId());
      AuctionRules pack = rules.forDay(auction.marketCode(), auction.deliveryDay());
      BulkChange change =
          new BulkChange(edit, pack.priceTick().toBigDecimal(), pack.quantityLot().toMegawatts());
      bids.add(bid);
      drafts.add(BidDraft.of(bid.auctionId(), change.of(bid.version().content())));
    }
    refuse(faults(drafts));
    List<BidView> edited = new ArrayList<>();
    for (int i = 0; i < bids.size(); i++) {
      edited.add(bidding.amend(bids.get(i).id(), bids.get(i).lockVersion(), drafts.get(i)));
    }
    return edited;
  }

  private static List<Fault> shape(BulkEdit edit) {
    List<Fault> faults = new ArrayList<>();
    if (edit.bids().isEmpty() || edit.bids().size() > MOST_BIDS) {
      faults.add(new Fault("/bids", "required", "Name 1 to " + MOST_BIDS + " bids."));
    }
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < edit.bids().size(); i++) {
      BulkEdit.Target target = edit.bids().get(i);
      if (target.id() == null) {
        faults.add(new Fault("/bids/" + i + "/id", "required", "Say which bid."));
      } else if (!seen.add(target.id())) {
        faults.add(new Fault("/bids/" + i + "/id", "duplicate_id", "This bid is named twice."));
      }
      if (target.version() == null) {
        faults.add(new Fault("/bids/" + i + "/version", "required", "Say which version you saw."));
      }
    }
    if (edit.priceShift() == null
        && edit.pricePercent() == null
        && edit.quantityPercent() == null) {
      faults.add(new Fault("/priceShift", "required", "Say what to change."));
    }
    if (edit.quantityPercent() != null && edit.quantityPercent().signum() <= 0) {
      faults.add(new Fault("/quantityPercent", "positive", "Must be above 0 percent."));
    }
    return faults;
  }

  /** Of every draft, below its place in the list. */
  private List<Fault> faults(List<BidDraft> drafts) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String at = "/bids/" + i;
      bidding
          .validate(drafts.get(i))
          .forEach(
              fault -> faults.add(new Fault(at + fault.field(), fault.code(), fault.message())));
    }
    return faults;
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          faults.size() == 1
              ? faults.get(0).message()
              : "There are " + faults.size() + " faults; nothing was changed.",
          faults);
    }
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the shape was judged before");
    }
    return value;
  }
}
