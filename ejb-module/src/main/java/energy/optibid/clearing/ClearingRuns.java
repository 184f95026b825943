package energy.optibid.clearing;

import energy.optibid.market.Auction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Clearing runs of the caller's organisation. Every method joins the caller's transaction or starts
 * its own; a foreign or unknown run or auction is {@code not_found}.
 */
public interface ClearingRuns {
  /**
   * Closes the gate and queues a run in the same transaction. An auction that was published is
   * reopened and closed again: the run is a new one.
   *
   * @throws ProblemException {@code conflict} while another run of the auction is under way; {@code
   *     forbidden} for a shared auction, which its operator runs
   */
  ClearingRun start(UUID auctionId);

  /**
   * Opens the gate of a sandbox again, so that bids can be changed.
   *
   * @throws ProblemException {@code precondition_failed}, {@code illegal_transition}, {@code
   *     conflict} while a run is under way
   */
  Auction reopen(UUID auctionId, long expectedVersion);

  /** The run, or {@code not_found}. */
  ClearingRun require(UUID runId);

  /** Newest first. */
  Page<ClearingRun> list(UUID auctionId, @Nullable String cursor, int limit);

  /** By area; empty before the run cleared. */
  List<AreaOutcome> prices(UUID runId);

  /** By from and to; empty before the run cleared. */
  List<LinkOutcome> flows(UUID runId);

  /**
   * What became of the run's block orders, by id; empty where the auction has none.
   *
   * @param cursor where the previous page ended
   */
  Page<BlockResult> blocks(UUID runId, @Nullable String cursor, int limit);

  /**
   * The curves of one area and block.
   *
   * @throws ProblemException {@code not_found} for an area or block the run does not have
   */
  BlockCurves curves(UUID runId, String area, int block);

  /**
   * Explanations by bid and block.
   *
   * @param bidId one bid, or null for all
   * @param block one block, or null for all
   */
  Page<Explanation> explanations(
      UUID runId,
      @Nullable UUID bidId,
      @Nullable Integer block,
      @Nullable String cursor,
      int limit);

  /**
   * How prices moved between two runs.
   *
   * @throws ProblemException {@code not_found} if a run is not one of this auction or has no result
   */
  RunComparison compare(UUID auctionId, UUID runA, UUID runB);
}
