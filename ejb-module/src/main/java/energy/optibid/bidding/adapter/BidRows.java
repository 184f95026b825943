package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of bids as what they mean. */
final class BidRows {
  private BidRows() {}

  static Bid bid(ResultSet row) throws SQLException {
    return Bid.stored(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        BidState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        version(row),
        row.getString("rejection"),
        newest(row),
        held(row),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getLong("version"));
  }

  private static @Nullable Submission newest(ResultSet row) throws SQLException {
    UUID id = row.getObject("submission_id", UUID.class);
    return id == null
        ? null
        : new Submission(
            id,
            row.getInt("version_number"),
            row.getString("venue"),
            row.getString("venue_reference"),
            state(row.getString("submission_state")),
            row.getString("reason"),
            row.getObject("submission_at", OffsetDateTime.class));
  }

  private static @Nullable Submission held(ResultSet row) throws SQLException {
    UUID id = row.getObject("held_id", UUID.class);
    return id == null
        ? null
        : new Submission(
            id,
            row.getInt("held_version_number"),
            row.getString("held_venue"),
            row.getString("held_venue_reference"),
            state(row.getString("held_state")),
            row.getString("held_reason"),
            row.getObject("held_at", OffsetDateTime.class));
  }

  private static SubmissionState state(String code) {
    return SubmissionState.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static SubmittedBid submitted(ResultSet row) throws SQLException {
    return new SubmittedBid(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("bid_id", UUID.class),
        row.getObject("submission_id", UUID.class),
        row.getInt("version_number"),
        content(row));
  }

  static BidVersion version(ResultSet row) throws SQLException {
    return new BidVersion(
        row.getInt("number"),
        content(row),
        row.getObject("version_at", OffsetDateTime.class),
        row.getObject("version_by", UUID.class));
  }

  /** Without the curves' points, which take far longer to read than their ends. */
  static BidOffer offer(ResultSet row) throws SQLException {
    return new BidOffer(
        row.getObject("asset_id", UUID.class),
        side(row),
        row.getString("label"),
        curveEnds((BigDecimal[]) row.getArray("curve_ends").getArray()),
        BidLines.readOrders(row.getString("block_orders")));
  }

  private static List<BlockQuantity> curveEnds(@Nullable BigDecimal[] megawatts) {
    List<BlockQuantity> ends = new ArrayList<>(megawatts.length);
    for (int i = 0; i < megawatts.length; i++) {
      BigDecimal end = megawatts[i];
      if (end != null) {
        ends.add(new BlockQuantity(i + 1, end));
      }
    }
    return ends;
  }

  private static BidSide side(ResultSet row) throws SQLException {
    return BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT));
  }

  static BidContent content(ResultSet row) throws SQLException {
    return new BidContent(
        row.getObject("asset_id", UUID.class),
        row.getString("area_code"),
        side(row),
        row.getString("label"),
        BidLines.read(row.getString("lines")),
        row.getBoolean("carry_over"),
        BidLines.readOrders(row.getString("block_orders")));
  }
}
