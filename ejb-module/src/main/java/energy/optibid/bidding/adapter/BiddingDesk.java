package energy.optibid.bidding.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidDiff;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidVersionView;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmissionCandidate.Step;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidRules;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venues;
import energy.optibid.bidding.domain.VersionDiff;
import energy.optibid.market.Auctions;
import energy.optibid.outbox.Outbox;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One transaction per change: the bid, its audit entry and its event are kept together or not. */
@ApplicationScoped
@Typed(Bidding.class)
@InTransaction
public class BiddingDesk implements Bidding {
  private static final int LONGEST_REASON = 500;

  private final BidStore store;
  private final Auctions auctions;
  private final BidChecks checks;
  private final BidChanges changes;
  private final BidSubmissions submissions;
  private final BidAnnouncements announcements;
  private final Clock clock;

  @Inject
  public BiddingDesk(
      BidStore store,
      Auctions auctions,
      Assets assets,
      Rules rules,
      Venues venues,
      Outbox outbox,
      AuditTrail audit,
      Clock clock,
      @Any Instance<SubmissionCheck> checks) {
    this(
        store,
        auctions,
        assets,
        rules,
        venues,
        outbox,
        audit,
        clock,
        (Iterable<SubmissionCheck>) checks);
  }

  /** The same with checks that no container found. */
  public BiddingDesk(
      BidStore store,
      Auctions auctions,
      Assets assets,
      Rules rules,
      Venues venues,
      Outbox outbox,
      AuditTrail audit,
      Clock clock,
      Iterable<SubmissionCheck> checks) {
    this.store = store;
    this.auctions = auctions;
    this.checks = new BidChecks(store, auctions, assets, rules, checks);
    this.changes = new BidChanges(store);
    this.submissions = new BidSubmissions(venues);
    this.announcements = new BidAnnouncements(auctions, assets, outbox, audit);
    this.clock = clock;
  }

  @Override
  public List<BidFault> validate(BidDraft draft) {
    return checks.faults(draft);
  }

  @Override
  public List<BidFault> validateOrders(BidDraft draft) {
    return checks.orderFaults(draft);
  }

  @Override
  public BidView create(BidDraft draft) {
    checks.require(draft);
    UUID auctionId = present(draft.auctionId());
    auctions.requireOpenGate(auctionId);
    Bid bid = Bid.draft(Ids.next(), auctionId, BidRules.content(draft), now(), user());
    store.add(bid);
    Failpoint.hit("bid.create.stored");
    return announcements.announce(bid, "bid.created", null);
  }

  @Override
  public BidView amend(UUID id, long expectedVersion, BidDraft draft) {
    Bid seen = changes.require(id, expectedVersion);
    if (draft.auctionId() != null && !draft.auctionId().equals(seen.auctionId())) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "A bid stays in its auction: make a new one for another.");
    }
    BidDraft same = draft.in(seen.auctionId());
    checks.require(same);
    auctions.requireOpenGate(seen.auctionId());
    return change(
        id,
        expectedVersion,
        "bid.amended",
        bid -> bid.amend(BidRules.content(same), now(), user()));
  }

  @Override
  public BidView requestApproval(UUID id, long expectedVersion) {
    openGateOf(id, expectedVersion);
    return change(
        id,
        expectedVersion,
        "bid.approval_requested",
        bid -> {
          bid.requestApproval(now());
          checks.requireSubmittable(bid, Step.REQUEST_APPROVAL);
        });
  }

  @Override
  public BidView approve(UUID id, long expectedVersion) {
    openGateOf(id, expectedVersion);
    return change(
        id,
        expectedVersion,
        "bid.submitted",
        bid -> {
          submissions.approve(bid, now());
          checks.requireSubmittable(bid, Step.APPROVE);
        });
  }

  @Override
  public BidView reject(UUID id, long expectedVersion, @Nullable String reason) {
    changes.require(id, expectedVersion);
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      String sentence =
          why.isEmpty()
              ? "Say why, for whoever wrote the bid."
              : "A reason takes " + LONGEST_REASON + " characters.";
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          sentence,
          List.of(new Fault("/reason", why.isEmpty() ? "required" : "too_long", sentence)));
    }
    return change(id, expectedVersion, "bid.rejected", bid -> bid.reject(why, now()));
  }

  @Override
  public BidView submit(UUID id, long expectedVersion) {
    openGateOf(id, expectedVersion);
    Failpoint.hit("bid.submit.gate_held");
    return change(
        id,
        expectedVersion,
        "bid.submitted",
        bid -> {
          submissions.submit(bid, now());
          checks.requireSubmittable(bid, Step.SUBMIT);
        });
  }

  @Override
  public BidView cancel(UUID id, long expectedVersion) {
    Bid seen = changes.require(id, expectedVersion);
    Submission submission = seen.submission();
    if (seen.held().isPresent() || (submission != null && submission.atVenue())) {
      auctions.requireOpenGate(seen.auctionId());
    }
    return change(id, expectedVersion, "bid.withdrawn", bid -> submissions.withdraw(bid, now()));
  }

  /** The gate first, the bid second, as everywhere: two orders of locking would deadlock. */
  private void openGateOf(UUID id, long expectedVersion) {
    auctions.requireOpenGate(changes.require(id, expectedVersion).auctionId());
  }

  private BidView change(UUID id, long expectedVersion, String event, Consumer<Bid> transition) {
    Bid bid = changes.hold(id, expectedVersion);
    Failpoint.hit("bid.held");
    JsonObject before = BidRecord.of(bid);
    BidChanges.change(() -> transition.accept(bid));
    return announcements.announce(store.save(bid), event, before);
  }

  @Override
  public BidView require(UUID id) {
    return announcements
        .views()
        .of(store.find(id).orElseThrow(() -> ProblemException.notFound("bid")));
  }

  @Override
  public Page<BidView> list(BidQuery query, @Nullable String cursor, int limit) {
    Page<Bid> bids = store.list(query, cursor, limit);
    BidViews views = announcements.views();
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
  public BidDiff diff(UUID id, @Nullable Integer from, @Nullable Integer to) {
    Bid bid = store.find(id).orElseThrow(() -> ProblemException.notFound("bid"));
    int newest = bid.version().number();
    int after = to == null ? newest : to;
    int before = from == null ? Math.max(1, after - 1) : from;
    List<Fault> faults = new ArrayList<>();
    unknownVersion("?from", before, newest).ifPresent(faults::add);
    unknownVersion("?to", after, newest).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.VALIDATION_FAILED, faults.get(0).message(), faults);
    }
    List<BidVersion> versions = store.versions(id);
    return VersionDiff.of(id, versions.get(before - 1), versions.get(after - 1));
  }

  private static Optional<Fault> unknownVersion(String field, int number, int newest) {
    return number >= 1 && number <= newest
        ? Optional.empty()
        : Optional.of(
            new Fault(
                field,
                "unknown_version",
                "The bid has versions 1 to " + newest + ", not " + number + "."));
  }

  @Override
  public List<SubmittedBid> acknowledged(UUID auctionId) {
    return store.acknowledged(auctionId);
  }

  @Override
  public List<SubmittedBid> submissions(Collection<UUID> submissionIds) {
    return store.submissions(submissionIds);
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
