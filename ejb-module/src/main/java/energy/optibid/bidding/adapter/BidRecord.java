package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.shared.JsonBuilders;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A bid with its newest version's terms as the audit trail keeps it. */
final class BidRecord {
  private BidRecord() {}

  static JsonObject of(Bid bid) {
    BidContent content = bid.version().content();
    JsonObjectBuilder json =
        JsonBuilders.object()
            .add("auctionId", bid.auctionId().toString())
            .add("state", bid.state().code())
            .add("versionNumber", bid.version().number())
            .add("assetId", content.assetId().toString())
            .add("areaCode", content.areaCode())
            .add("side", content.side().code())
            .add("blocks", BidLines.lines(content.blocks()))
            .add("blockOrders", BidLines.orders(content.blockOrders()));
    bid.held().ifPresent(held -> json.add("atVenueVersion", held.versionNumber()));
    bid.rejection().ifPresent(reason -> json.add("rejection", reason));
    Submission submission = bid.submission();
    if (submission != null) {
      json.add("submissionState", submission.state().code());
      json.add("submittedVersion", submission.versionNumber());
    }
    return json.build();
  }
}
