package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.ReadyBid;
import energy.optibid.bidding.ReadyBid.Outcome;
import energy.optibid.bidding.ReadyBids;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Submits bid after bid, each in its own transaction. A dry run does the same and rolls each back,
 * so that it says what the submission itself would say.
 */
@ApplicationScoped
@Typed(ReadyBids.class)
public class ReadyBidDesk implements ReadyBids {
  private static final int PAGE = 200;

  /** A bid that is changed meanwhile is read again so many times. */
  private static final int MOST_TRIES = 5;

  private final Transactions transactions;
  private final Bidding bidding;
  private final Auctions auctions;

  @Inject
  public ReadyBidDesk(Transactions transactions, Bidding bidding, Auctions auctions) {
    this.transactions = transactions;
    this.bidding = bidding;
    this.auctions = auctions;
  }

  @Override
  public List<ReadyBid> look(UUID auctionId) {
    return each(auctionId, true);
  }

  @Override
  public List<ReadyBid> submit(UUID auctionId) {
    return each(auctionId, false);
  }

  private List<ReadyBid> each(UUID auctionId, boolean dryRun) {
    List<ReadyBid> ready = new ArrayList<>();
    for (BidView bid : transactions.call(() -> bids(auctionId))) {
      if (!bid.state().equals("withdrawn")) {
        ready.add(handle(bid, dryRun));
      }
    }
    return ready;
  }

  private List<BidView> bids(UUID auctionId) {
    BidQuery query = new BidQuery(auctions.require(auctionId).id(), null, null, null, null);
    List<BidView> bids = new ArrayList<>();
    String cursor = null;
    do {
      Page<BidView> page = bidding.list(query, cursor, PAGE);
      bids.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    bids.sort(Comparator.comparing(BidView::createdAt).thenComparing(BidView::id));
    return bids;
  }

  private ReadyBid handle(BidView listed, boolean dryRun) {
    BidView bid = listed;
    for (int attempt = 1; ; attempt++) {
      Outcome standing = standing(bid);
      if (standing != null) {
        return of(bid, standing, List.of());
      }
      try {
        return of(bid, submit(bid, dryRun), List.of());
      } catch (ProblemException refused) {
        if (refused.code() != ProblemCode.PRECONDITION_FAILED || attempt == MOST_TRIES) {
          return of(bid, Outcome.REFUSED, faults(refused));
        }
        UUID id = bid.id();
        bid = transactions.call(() -> bidding.require(id));
      }
    }
  }

  /** What it is without our doing anything; null of one that can be submitted. */
  private static @Nullable Outcome standing(BidView bid) {
    BidView.SubmissionView newest = bid.submission();
    return switch (bid.state()) {
      case "pending_approval" -> Outcome.NEEDS_APPROVAL;
      case "approved" ->
          newest == null || newest.versionNumber() != bid.versionNumber()
              ? null
              : switch (newest.state()) {
                case "acknowledged" -> Outcome.ALREADY_THERE;
                case "queued", "sent", "in_doubt" -> Outcome.UNDER_WAY;
                default -> null;
              };
      default -> null;
    };
  }

  private Outcome submit(BidView bid, boolean dryRun) {
    if (!dryRun) {
      BidView after = transactions.call(() -> bidding.submit(bid.id(), bid.version()));
      BidView.SubmissionView newest = after.submission();
      if (newest != null && newest.state().equals("refused")) {
        String reason = newest.reason();
        throw new ProblemException(
            ProblemCode.CONFLICT, reason == null ? "The venue refused it." : reason);
      }
      return Outcome.SUBMITTED;
    }
    try {
      return transactions.call(
          () -> {
            bidding.submit(bid.id(), bid.version());
            throw new RolledBack();
          });
    } catch (RolledBack asIntended) {
      return Outcome.READY;
    }
  }

  /** Ends a dry run's transaction. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1;

    RolledBack() {
      super(null, null, false, false);
    }
  }

  private static List<BidFault> faults(ProblemException refused) {
    return refused.faults().isEmpty()
        ? List.of(BidFault.at("", refused.code().slug(), refused.detail()))
        : refused.faults().stream()
            .map(fault -> BidFault.at(fault.field(), fault.code(), fault.message()))
            .toList();
  }

  private static ReadyBid of(BidView bid, Outcome outcome, List<BidFault> faults) {
    return new ReadyBid(
        bid.id(),
        bid.assetId(),
        bid.assetName(),
        bid.areaCode(),
        bid.side(),
        bid.label(),
        bid.versionNumber(),
        outcome,
        faults);
  }
}
