package energy.optibid.nobid.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidTemplates;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.exchange.BeforeClosure;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.nobid.NoBidAction;
import energy.optibid.nobid.NoBidPolicy;
import energy.optibid.nobid.adapter.NoBidStore.Due;
import energy.optibid.nobid.domain.MovedBlocks;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows policies: each gate is decided once per asset, in a transaction of its organisation, in
 * the name of whoever set the policy. What is sent passes every check of a submission, so that
 * nothing goes while trading is stopped.
 */
@ApplicationScoped
public class NoBidWatch implements BeforeClosure {
  private static final Logger LOG = Logger.getLogger(NoBidWatch.class.getName());

  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final NoBidStore store;
  private final Auctions auctions;
  private final Assets assets;
  private final Bidding bidding;
  private final BidTemplates templates;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public NoBidWatch(
      PlatformTransactions platform,
      Transactions transactions,
      NoBidStore store,
      Auctions auctions,
      Assets assets,
      Bidding bidding,
      BidTemplates templates,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.store = store;
    this.auctions = auctions;
    this.assets = assets;
    this.bidding = bidding;
    this.templates = templates;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Follows every policy whose minutes have come; how many. */
  public int look() {
    List<Due> due = platform.call(() -> store.due(now()));
    due.forEach(this::follow);
    return due.size();
  }

  /** A clock that is moved to the gate at once passes the minutes before it. */
  @Override
  public void beforeClosure(UUID auctionId) {
    platform.call(() -> store.undecided(auctionId, now())).forEach(this::follow);
  }

  private void follow(Due due) {
    Tenancy.runAs(
        Tenancy.jobCaller(due.organization(), due.by()),
        () -> {
          try {
            transactions.call(() -> decide(due));
          } catch (ProblemException refused) {
            transactions.call(() -> refused(due, refused.detail()));
          } catch (RuntimeException failure) {
            // one policy that fails keeps no other from being followed, and no gate open
            LOG.log(Level.SEVERE, "a policy could not be followed: " + due, failure);
            transactions.call(() -> refused(due, "Something went wrong on our side."));
          }
        });
  }

  private boolean decide(Due due) {
    store.holdPlace(due.auctionId(), due.assetId());
    NoBidPolicy policy = store.find(due.exchangeId(), due.marketCode(), due.assetId()).orElse(null);
    if (policy == null || store.isDecided(due.auctionId(), due.assetId())) {
      return false;
    }
    if (store.isAtVenue(due.auctionId(), due.assetId())) {
      return store.decide(due, "unneeded", null, null, now());
    }
    if (policy.action() == NoBidAction.NONE) {
      String why = "By policy nothing is done.";
      tell("nobid.none", due, null, why);
      return store.decide(due, "none", null, why, now());
    }
    Auction auction = auctions.require(due.auctionId());
    BidView draft = bidding.create(draft(policy, auction));
    BidView sent = bidding.submit(draft.id(), draft.version());
    String why =
        "Automatic, %d minutes before the gate: %s."
            .formatted(
                policy.minutesBefore(),
                policy.action() == NoBidAction.DEFAULT ? "the default" : "the bid before");
    tell("bid.automatic", due, sent.id(), why);
    audit.record(
        "bid.automatic",
        "bid",
        sent.id(),
        Json.createObjectBuilder()
            .add("auctionId", due.auctionId().toString())
            .add("assetId", due.assetId().toString())
            .add("policy", policy.action().code())
            .add("reason", why)
            .build());
    return store.decide(due, "sent", sent.id(), why, now());
  }

  private BidDraft draft(NoBidPolicy policy, Auction auction) {
    BidContent content = content(policy, auction);
    List<BidBlock> blocks =
        MovedBlocks.of(content.blocks(), auction.firstBlock(), auction.blockCount());
    if (blocks.isEmpty()) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "What would be sent has no curve for this auction.");
    }
    Asset asset = assets.require(policy.assetId());
    return BidDraft.of(
        auction.id(),
        new BidContent(
            asset.id(),
            asset.areaCode(),
            content.side(),
            policy.action() == NoBidAction.DEFAULT ? "Automatic: default" : "Automatic: last bid",
            blocks,
            content.carryOver(),
            List.of()));
  }

  private BidContent content(NoBidPolicy policy, Auction auction) {
    UUID template = policy.templateId();
    if (template != null) {
      return templates.require(template).content();
    }
    UUID before =
        store
            .bidBefore(auction.id(), policy.assetId())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.CONFLICT, "There was no bid in the auction before."));
    return bidding.require(before).content();
  }

  private boolean refused(Due due, String why) {
    boolean first = store.decide(due, "refused", null, why, now());
    if (first) {
      tell("nobid.refused", due, null, why);
    }
    return first;
  }

  private void tell(String type, Due due, @Nullable UUID bidId, String why) {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("auctionId", due.auctionId().toString())
            .add("marketCode", due.marketCode())
            .add("assetId", due.assetId().toString())
            .add("assetName", assets.find(due.assetId()).map(Asset::name).orElse(""))
            .add("reason", why);
    if (bidId != null) {
      payload.add("bidId", bidId.toString());
    }
    outbox.append(
        new DomainEvent(
            "bids", due.organization(), "no_bid", Ids.next(), 1, type, payload.build()));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
