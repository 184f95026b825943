package energy.optibid.bidding.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.market.Auctions;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.JsonBuilders;
import energy.optibid.shared.Tenancy;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells everybody concerned of a changed bid: the outbox, the audit trail and the caller. */
final class BidAnnouncements {
  private final Auctions auctions;
  private final Assets assets;
  private final Outbox outbox;
  private final AuditTrail audit;

  BidAnnouncements(Auctions auctions, Assets assets, Outbox outbox, AuditTrail audit) {
    this.auctions = auctions;
    this.assets = assets;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * @param bid as it was stored
   * @param event for instance {@code bid.amended}
   * @param before what {@link BidRecord} said of it before the change; null of a new one
   */
  BidView announce(Bid bid, String event, @Nullable JsonObject before) {
    return announce(bid, event, before, Optional.empty());
  }

  /** The same with the venue's reason. */
  BidView announce(
      Bid bid, String event, @Nullable JsonObject before, Optional<String> venueReason) {
    Failpoint.hit("bid.saved");
    JsonObjectBuilder payload =
        JsonBuilders.object()
            .add("bidId", bid.id().toString())
            .add("auctionId", bid.auctionId().toString())
            .add("state", bid.state().code())
            .add("versionNumber", bid.version().number());
    Submission submission = bid.submission();
    if (submission != null) {
      payload.add("submissionState", submission.state().code());
    }
    bid.held().ifPresent(held -> payload.add("atVenueVersion", held.versionNumber()));
    bid.rejection().ifPresent(reason -> payload.add("rejection", reason));
    venueReason.ifPresent(
        reason ->
            payload
                .add("assetId", bid.version().content().assetId().toString())
                .add("reason", reason));
    outbox.append(
        new DomainEvent(
            "bids",
            Tenancy.require().organization(),
            "bid",
            bid.id(),
            bid.lockVersion(),
            event,
            payload.build()));
    Failpoint.hit("bid.outbox_written");
    audit.record(event, "bid", bid.id(), before, BidRecord.of(bid));
    Failpoint.hit("bid.audited");
    return views().of(bid);
  }

  BidViews views() {
    return new BidViews(auctions, assets);
  }
}
