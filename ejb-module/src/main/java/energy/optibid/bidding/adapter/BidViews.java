package energy.optibid.bidding.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidVersionView;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.BidView.AtVenueView;
import energy.optibid.bidding.BidView.SubmissionView;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bids with the names of their auction and asset, each looked up once per answer. */
final class BidViews {
  private final Auctions auctions;
  private final Assets assets;
  private final Map<UUID, Auction> seenAuctions = new HashMap<>();
  private final Map<UUID, String> seenAssets = new HashMap<>();

  BidViews(Auctions auctions, Assets assets) {
    this.auctions = auctions;
    this.assets = assets;
  }

  BidView of(Bid bid) {
    Auction auction = seenAuctions.computeIfAbsent(bid.auctionId(), auctions::require);
    BidContent content = bid.version().content();
    String assetName =
        seenAssets.computeIfAbsent(
            content.assetId(), id -> assets.find(id).map(Asset::name).orElse(""));
    return new BidView(
        bid.id(),
        bid.auctionId(),
        auction.marketCode(),
        auction.deliveryDay(),
        content.assetId(),
        assetName,
        content.areaCode(),
        content.side().code(),
        content.label(),
        bid.state().code(),
        bid.version().number(),
        content.blocks(),
        content.carryOver(),
        content.blockOrders(),
        bid.rejection().orElse(null),
        submission(bid.submission()),
        bid.held().map(BidViews::atVenue).orElse(null),
        bid.createdAt(),
        bid.createdBy(),
        bid.updatedAt(),
        bid.lockVersion());
  }

  static BidVersionView of(BidVersion version) {
    BidContent content = version.content();
    return new BidVersionView(
        version.number(),
        content.assetId(),
        content.areaCode(),
        content.side().code(),
        content.label(),
        content.blocks(),
        content.carryOver(),
        content.blockOrders(),
        version.createdAt(),
        version.createdBy());
  }

  private static @Nullable SubmissionView submission(@Nullable Submission submission) {
    return submission == null
        ? null
        : new SubmissionView(
            submission.id(),
            submission.state().code(),
            submission.venueReference(),
            submission.versionNumber(),
            submission.reason(),
            submission.at());
  }

  private static AtVenueView atVenue(Submission held) {
    return new AtVenueView(held.versionNumber(), held.state().code(), held.venueReference());
  }
}
