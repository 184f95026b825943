package energy.optibid.bidding.adapter;

import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.IllegalTransition;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.Optional;
import java.util.UUID;

/** The bids of the caller, found and held for a change. */
final class BidChanges {
  private final BidStore store;

  BidChanges(BidStore store) {
    this.store = store;
  }

  /** Before any lock: a foreign bid is not found, a stale one not changed, whatever the gate. */
  Bid require(UUID id, long expectedVersion) {
    return current(store.find(id), expectedVersion);
  }

  Bid hold(UUID id, long expectedVersion) {
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

  static void change(Runnable transition) {
    try {
      transition.run();
    } catch (IllegalTransition e) {
      throw new ProblemException(ProblemCode.ILLEGAL_TRANSITION, String.valueOf(e.getMessage()));
    }
  }
}
