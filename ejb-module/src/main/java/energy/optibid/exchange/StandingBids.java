package energy.optibid.exchange;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's standing bids. One transaction per call. */
public interface StandingBids {
  /** By asset. */
  List<StandingBid> list(UUID exchangeId);

  /**
   * Sets an asset's standing bid, from the next session whose gate opens on.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault, as
   *     for a bid in the next session
   */
  StandingBid put(UUID exchangeId, UUID assetId, Input input);

  /** Ends it; what it placed stays. */
  void delete(UUID exchangeId, UUID assetId);

  /** What somebody wants it to be, unchecked. */
  record Input(@Nullable String areaCode, @Nullable BidSide side, List<BidDraft.Point> points) {
    public Input {
      points = List.copyOf(points);
    }
  }
}
