package energy.optibid.gateway.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.gateway.domain.ResultStore;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.UUID;

/**
 * Moves auctions held outside by the results their exchange tells: a provisional one clears the
 * auction, a final one publishes it. What stands further on stays there, whatever is revised later;
 * but what a final statement settled is not settled any more once something else is awarded. Works
 * in the caller's transaction.
 */
@ApplicationScoped
public class OutsideProgress {
  private final AuctionFloor floor;
  private final ResultStore results;
  private final AuditTrail audit;

  @Inject
  public OutsideProgress(AuctionFloor floor, ResultStore results, AuditTrail audit) {
    this.floor = floor;
    this.results = results;
    this.audit = audit;
  }

  /**
   * Moves an auction whose gate has closed as far as a result lets it.
   *
   * @param revision of the result
   * @param readAt when it was read, in {@link ResultStore}
   * @param isFinal whether nothing in it is provisional any more
   * @return whether the auction had been settled and is not any more
   */
  boolean moveOn(UUID auctionId, int revision, Instant readAt, boolean isFinal) {
    Auction auction = floor.hold(auctionId).orElseThrow(() -> ProblemException.notFound("auction"));
    if (auction.state() == AuctionState.SETTLED) {
      boolean revised = results.isRevisedSince(auctionId, readAt);
      if (revised) {
        record("auction.revised", floor.revise(auctionId), revision);
      }
      return revised;
    }
    if (auction.state() == AuctionState.OPEN) {
      // the round that closes gates has not come by yet
      auction = floor.close(auctionId);
    }
    if (auction.state() == AuctionState.CLOSED) {
      auction = floor.clearedOutside(auctionId);
      record("auction.cleared", auction, revision);
    }
    if (isFinal && auction.state() == AuctionState.CLEARED) {
      record("auction.published", floor.publish(auctionId), revision);
    }
    return false;
  }

  private void record(String action, Auction auction, int revision) {
    audit.record(
        action,
        "auction",
        auction.id(),
        Json.createObjectBuilder()
            .add("marketCode", auction.marketCode())
            .add("deliveryDay", auction.deliveryDay().toString())
            .add("session", auction.session())
            .add("state", auction.state().code())
            .add("resultRevision", revision)
            .build());
  }
}
