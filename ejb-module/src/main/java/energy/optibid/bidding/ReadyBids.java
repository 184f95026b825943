package energy.optibid.bidding;

import java.util.List;
import java.util.UUID;

/**
 * Everything the caller's organisation has ready for a gate, at once. Withdrawn bids are left out.
 * Not to be called within a transaction: each bid has one of its own.
 */
public interface ReadyBids {

  /**
   * What {@link #submit} would do, the oldest bid first. Each bid is judged as it stands now: of
   * two that only fit alone both are ready.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for an auction the caller may
   *     not see
   */
  List<ReadyBid> look(UUID auctionId);

  /**
   * Submits, the oldest first, every draft, and every approved bid the venue refused, that has no
   * faults; one that is refused keeps no other from going. May be repeated: what is there is not
   * submitted again.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for an auction the caller may
   *     not see
   */
  List<ReadyBid> submit(UUID auctionId);
}
