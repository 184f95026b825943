package energy.optibid.bidding.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidVersionView;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidRules;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidTerms;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.bidding.domain.IllegalTransition;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.outbox.Outbox;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction per change: the bid, its audit entry and its event are kept together or not. */
@ApplicationScoped
@Typed(Bidding.class)
@InTransaction
public class BiddingDesk implements Bidding {
  private final BidStore store;
  private final Auctions auctions;
  private final Assets assets;
  private final Rules rules;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public BiddingDesk(
      BidStore store,
      Auctions auctions,
      Assets assets,
      Rules rules,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.auctions = auctions;
    this.assets = assets;
    this.rules = rules;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<BidFault> validate(BidDraft draft) {
    return BidRules.validate(draft, terms(draft, null));
  }

  @Override
  public List<BidFault> validateCurves(BidDraft draft) {
    return BidRules.validateCurves(draft, terms(draft, null).auction());
  }

  @Override
  public BidView create(BidDraft draft) {
    refuse(BidRules.validate(draft, terms(draft, null)));
    UUID auctionId = present(draft.auctionId());
    auctions.requireOpenGate(auctionId);
    Bid bid = Bid.draft(Ids.next(), auctionId, BidRules.content(draft), now(), user());
    store.add(bid);
    Failpoint.hit("bid.create.stored");
    return announce(bid, "bid.created", null);
  }

  @Override
  public BidView amend(UUID id, long expectedVersion, BidDraft draft) {
    Bid seen = require(id, expectedVersion);
    if (draft.auctionId() != null && !draft.auctionId().equals(seen.auctionId())) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "A bid stays in its auction: make a new one for another.");
    }
    BidDraft same =
        new BidDraft(
            seen.auctionId(),
            draft.assetId(),
            draft.areaCode(),
            draft.side(),
            draft.label(),
            draft.blocks(),
            draft.carryOver());
    refuse(BidRules.validate(same, terms(same, null)));
    auctions.requireOpenGate(seen.auctionId());
    Bid bid = hold(id, expectedVersion);
    JsonObject before = BidRecord.of(bid);
    change(() -> bid.amend(BidRules.content(same), now(), user()));
    return announce(store.save(bid), "bid.amended", before);
  }

  @Override
  public BidView submit(UUID id, long expectedVersion) {
    UUID auctionId = require(id, expectedVersion).auctionId();
    // the gate first, the bid second, as everywhere: two orders of locking would deadlock
    auctions.requireOpenGate(auctionId);
    Failpoint.hit("bid.submit.gate_held");
    Bid bid = hold(id, expectedVersion);
    Failpoint.hit("bid.submit.held");
    JsonObject before = BidRecord.of(bid);
    change(() -> bid.submit(Ids.next(), now()));
    Failpoint.hit("gateway.acknowledged");
    BidDraft draft = BidDraft.of(auctionId, bid.version().content());
    refuse(BidRules.validate(draft, terms(draft, id)));
    return announce(store.save(bid), "bid.submitted", before);
  }

  @Override
  public BidView cancel(UUID id, long expectedVersion) {
    Bid seen = require(id, expectedVersion);
    Submission submission = seen.submission();
    if (submission != null && submission.atVenue()) {
      auctions.requireOpenGate(seen.auctionId());
    }
    Bid bid = hold(id, expectedVersion);
    JsonObject before = BidRecord.of(bid);
    change(() -> bid.withdraw(now()));
    return announce(store.save(bid), "bid.withdrawn", before);
  }

  /** Before any lock: a foreign bid is not found, a stale one not changed, whatever the gate. */
  private Bid require(UUID id, long expectedVersion) {
    return current(store.find(id), expectedVersion);
  }

  private Bid hold(UUID id, long expectedVersion) {
    return current(store.hold(id), expectedVersion);
  }

  private static Bid current(Optional<Bid> found, long expectedVersion) {
    Bid bid = found.orElseThrow(() -> ProblemException.notFound("bid"));
    if (bid.lockVersion() != expectedVersion) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "This bid changed since you read it: it is at version " + bid.lockVersion() + ".");
    }
    return bid;
  }

  private static void change(Runnable transition) {
    try {
      transition.run();
    } catch (IllegalTransition e) {
      throw new ProblemException(ProblemCode.ILLEGAL_TRANSITION, String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(List<BidFault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    boolean onlyTheGate = faults.stream().allMatch(fault -> fault.code().equals("gate_closed"));
    throw new ProblemException(
        onlyTheGate ? ProblemCode.GATE_CLOSED : ProblemCode.VALIDATION_FAILED,
        onlyTheGate
            ? faults.get(0).message()
            : faults.size() == 1
                ? faults.get(0).message()
                : "The bid has " + faults.size() + " faults.",
        faults.stream().map(BidFault::toFault).toList());
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
            : store.committed(auctionId, asset.id(), side, submitted);
    return new AssetTerms(
        asset.id(),
        asset.name(),
        asset.areaCode(),
        asset.maxInjectionMw(),
        asset.maxWithdrawalMw(),
        committed,
        asset.technology().orElse(null));
  }

  private BidView announce(Bid bid, String event, @Nullable JsonObject before) {
    Failpoint.hit("bid.saved");
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("bidId", bid.id().toString())
            .add("auctionId", bid.auctionId().toString())
            .add("state", bid.state().code())
            .add("versionNumber", bid.version().number());
    Submission submission = bid.submission();
    if (submission != null) {
      payload.add("submissionState", submission.state().code());
    }
    JsonObject change = payload.build();
    outbox.append(
        new DomainEvent(
            "bids",
            Tenancy.require().organization(),
            "bid",
            bid.id(),
            bid.lockVersion(),
            event,
            change));
    Failpoint.hit("bid.outbox_written");
    audit.record(event, "bid", bid.id(), before, BidRecord.of(bid));
    Failpoint.hit("bid.audited");
    return views().of(bid);
  }

  @Override
  public BidView require(UUID id) {
    return views().of(store.find(id).orElseThrow(() -> ProblemException.notFound("bid")));
  }

  @Override
  public Page<BidView> list(BidQuery query, @Nullable String cursor, int limit) {
    Page<Bid> bids = store.list(query, cursor, limit);
    BidViews views = views();
    return new Page<>(bids.items().stream().map(views::of).toList(), bids.nextCursor());
  }

  @Override
  public List<BidVersionView> versions(UUID id) {
    if (store.find(id).isEmpty()) {
      throw ProblemException.notFound("bid");
    }
    return store.versions(id).stream().map(BidViews::of).toList();
  }

  @Override
  public List<SubmittedBid> acknowledged(UUID auctionId) {
    return store.acknowledged(auctionId);
  }

  @Override
  public List<SubmittedBid> submissions(Collection<UUID> submissionIds) {
    return store.submissions(submissionIds);
  }

  private BidViews views() {
    return new BidViews(auctions, assets);
  }

  private static UUID user() {
    Caller caller = Tenancy.require();
    return caller.userId();
  }

  /** Microseconds, as the database keeps them: an answer now equals an answer read later. */
  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("validation let a gap pass");
    }
    return value;
  }
}
