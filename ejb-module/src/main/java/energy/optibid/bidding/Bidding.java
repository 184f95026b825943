package energy.optibid.bidding;

import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bidding desk of the caller's organisation. Every method joins the caller's transaction or
 * starts its own. A foreign or unknown bid is {@code not_found}, judged before its version; a stale
 * version is {@code precondition_failed}; a change its state does not allow is {@code
 * illegal_transition}; a change after the gate closed is {@code gate_closed}.
 */
public interface Bidding {
  /** Every fault the draft has now; nothing is stored. */
  List<BidFault> validate(BidDraft draft);

  /**
   * Every fault of curves and block orders as such, whatever the gate, the asset and what other
   * bids offer: for bids that are only thought of. Addressed as in {@link #validate}.
   */
  List<BidFault> validateOrders(BidDraft draft);

  /**
   * Stores a draft.
   *
   * @throws ProblemException {@code validation_failed} with every fault, or {@code gate_closed} if
   *     the gate is the only one
   */
  BidView create(BidDraft draft);

  /**
   * Writes a new version. What the venue holds stays there until the new version is submitted.
   *
   * @throws ProblemException as in {@link #create}
   */
  BidView amend(UUID id, long expectedVersion, BidDraft draft);

  /**
   * Hands the newest version to somebody who may approve it.
   *
   * @throws ProblemException as in {@link #submit}
   */
  BidView requestApproval(UUID id, long expectedVersion);

  /**
   * Approves what waits for approval and submits it.
   *
   * @throws ProblemException as in {@link #submit}
   */
  BidView approve(UUID id, long expectedVersion);

  /**
   * Sends what waits for approval back to the desk, where it is a draft again.
   *
   * @param reason for whoever wrote it; needed
   * @throws ProblemException {@code validation_failed} without a reason of 1 to 500 characters
   */
  BidView reject(UUID id, long expectedVersion, @Nullable String reason);

  /**
   * Approves a draft and puts it into the auction, in place of an earlier version once the venue
   * acknowledges it, while holding the gate open. A version the venue refused is submitted again.
   *
   * @throws ProblemException as in {@link #create}; the asset's other submitted bids count against
   *     its capability
   */
  BidView submit(UUID id, long expectedVersion);

  /**
   * Takes the bid back from the desk and, before the gate, asks the venue for it; the venue may
   * hold it until it confirms.
   */
  BidView cancel(UUID id, long expectedVersion);

  /** The bid, or {@code not_found}. */
  BidView require(UUID id);

  /** Newest first. */
  Page<BidView> list(BidQuery query, @Nullable String cursor, int limit);

  /** Every version, oldest first. */
  List<BidVersionView> versions(UUID id);

  /**
   * What differs between two versions.
   *
   * @param from the version before; null means the one before {@code to}
   * @param to the version after; null means the newest
   * @throws ProblemException {@code validation_failed} where the bid has no such version
   */
  BidDiff diff(UUID id, @Nullable Integer from, @Nullable Integer to);

  /** What the venue holds for an auction now, by bid id. After the gate this is final. */
  List<SubmittedBid> acknowledged(UUID auctionId);

  /** Submissions as they were made, whatever became of them, by bid id. */
  List<SubmittedBid> submissions(Collection<UUID> submissionIds);
}
