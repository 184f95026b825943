package energy.optibid.clearing;

import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replays of the caller's organisation: what prices and revenue would have been with other own
 * bids. Nothing of an auction changes by it. In a shared auction the others take part as one
 * aggregate per area and side, so that an answer holds prices and own bids only. Every method joins
 * the caller's transaction or starts its own; a foreign or unknown auction or replay is {@code
 * not_found}.
 */
public interface Replays {
  /**
   * Clears the auction's latest run again and stores the answer; a sweep is queued as a job.
   *
   * @throws ProblemException {@code validation_failed} with every fault of the request; {@code
   *     illegal_transition} before the auction has cleared, of a shared one before its result is
   *     published
   */
  Replay replay(UUID auctionId, ReplayRequest request);

  /**
   * The limit at which a block that a run left out would have been taken, by clearing the auction
   * again with other limits of it, a bounded number of times.
   *
   * @throws ProblemException {@code not_found} if the run had no such block; {@code conflict} if it
   *     is accepted
   */
  BlockLimit acceptanceLimit(UUID runId, String blockId);

  /** The replay, or {@code not_found}. */
  Replay require(UUID auctionId, UUID replayId);

  /** Newest first. */
  Page<ReplaySummary> list(UUID auctionId, @Nullable String cursor, int limit);
}
