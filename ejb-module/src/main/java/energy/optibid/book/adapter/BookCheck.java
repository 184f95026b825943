package energy.optibid.book.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.assets.TechnicalLimits.Battery;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.book.domain.BookGrid;
import energy.optibid.book.domain.CandidateBid;
import energy.optibid.book.domain.Commitment;
import energy.optibid.book.domain.Overselling;
import energy.optibid.book.domain.StateOfCharge;
import energy.optibid.market.Auction;
import energy.optibid.market.World;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Keeps a bid from its venue that the asset could not deliver beside its contracts and what stands
 * in other auctions of the day: {@code oversold}, and for batteries whose limits somebody stated
 * {@code state_of_charge}.
 */
@ApplicationScoped
@Typed(SubmissionCheck.class)
public class BookCheck implements SubmissionCheck {
  private final JdbcCommitments commitments;
  private final Assets assets;

  @Inject
  public BookCheck(JdbcCommitments commitments, Assets assets) {
    this.commitments = commitments;
    this.assets = assets;
  }

  @Override
  public List<BidFault> faults(SubmissionCandidate candidate) {
    return assets
        .find(candidate.content().assetId())
        .map(asset -> faults(candidate, asset))
        .orElse(List.of());
  }

  private List<BidFault> faults(SubmissionCandidate candidate, Asset asset) {
    Auction auction = candidate.auction();
    BookGrid grid = new BookGrid(auction.deliveryDay(), ZoneId.of(auction.timeZone()));
    CandidateBid bid =
        new CandidateBid(candidate.bidId(), candidate.content(), auction, asset, grid);
    List<Commitment> others =
        commitments.of(World.of(auction), grid, asset.id(), assets::find).stream()
            .filter(other -> !isOf(other, candidate.bidId(), auction))
            .toList();
    List<BidFault> faults = new ArrayList<>(Overselling.faults(bid, others));
    if (asset.limitsStated() && asset.limits() instanceof Battery battery) {
      StateOfCharge.fault(bid, battery, others).ifPresent(faults::add);
    }
    return faults;
  }

  /** The bid's own earlier version at the venue, which the candidate replaces. */
  static boolean isOf(Commitment other, UUID bidId, Auction auction) {
    return other.id().equals(bidId) && auction.id().equals(other.auctionId());
  }
}
