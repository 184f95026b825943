package energy.optibid.gateway.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;

/**
 * Moves auctions held outside by the results their exchange tells: a provisional one clears the
 * auction, a final one publishes it. What stands further on stays there, whatever is revised later.
 * Works in the caller's transaction.
 */
@ApplicationScoped
public class OutsideProgress {
  private final AuctionFloor floor;
  private final AuditTrail audit;

  @Inject
  public OutsideProgress(AuctionFloor floor, AuditTrail audit) {
    this.floor = floor;
    this.audit = audit;
  }

  /**
   * Moves an auction whose gate has closed as far as a result lets it.
   *
   * @param revision of the result
   * @param isFinal whether nothing in it is provisional any more
   * @throws ProblemException {@code illegal_transition} where another server moves it meanwhile
   */
  void moveOn(UUID auctionId, int revision, boolean isFinal) {
    Auction auction = floor.find(auctionId).orElseThrow(() -> ProblemException.notFound("auction"));
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
