package energy.optibid.market;

import java.util.List;
import java.util.UUID;

/**
 * Brings days of other people's order books into sandboxes of the caller's organisation: staged day
 * by day in short transactions, published together in one. What is staged under an id is seen by
 * nobody until then.
 */
public interface DayStaging {
  /** Writes one day beside those already staged under the id. */
  void stage(UUID importId, StagedDay day);

  /** Forgets whatever is staged under the id; nothing happens if there is nothing. */
  void clear(UUID importId);

  /**
   * Makes every staged day an open sandbox with a replay clock, and forgets what was staged. Part
   * of the caller's transaction.
   *
   * @return the auctions, by delivery day
   */
  List<Auction> publish(UUID importId);
}
