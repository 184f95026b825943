package energy.optibid.bidding;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid as its owner sees it.
 *
 * @param versionNumber its newest version, whose content this shows
 * @param carryOver what the auction leaves unselected goes to the next of the day
 * @param rejection why its newest version was sent back to the desk; null unless it was
 * @param submission its newest submission; null if it was never submitted
 * @param atVenue what the venue holds now, by its own word: an earlier version until the newest is
 *     acknowledged, a withdrawn one until the venue gave it back; null if nothing is known to be
 *     there
 * @param version how often the bid changed: its ETag
 */
public record BidView(
    UUID id,
    UUID auctionId,
    String marketCode,
    LocalDate deliveryDay,
    UUID assetId,
    String assetName,
    String areaCode,
    String side,
    @Nullable String label,
    String state,
    int versionNumber,
    List<BidBlock> blocks,
    boolean carryOver,
    List<BidBlockOrder> blockOrders,
    @JsonbNillable @Nullable String rejection,
    @JsonbNillable @Nullable SubmissionView submission,
    @JsonbNillable @Nullable AtVenueView atVenue,
    OffsetDateTime createdAt,
    UUID createdBy,
    OffsetDateTime updatedAt,
    long version) {
  public BidView {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /** What its newest version says. */
  public BidContent content() {
    return new BidContent(
        assetId,
        areaCode,
        BidSide.ofCode(side).orElseThrow(),
        label,
        blocks,
        carryOver,
        blockOrders);
  }

  /**
   * A version on its way to, at, or back from the venue.
   *
   * @param versionNumber the version it was made of
   * @param reason why the venue refused it, or would not give it back; null unless it did
   * @param at when its state last changed
   */
  public record SubmissionView(
      UUID id,
      String state,
      String venueReference,
      int versionNumber,
      @JsonbNillable @Nullable String reason,
      OffsetDateTime at) {}

  /**
   * What the venue holds now.
   *
   * @param state {@code acknowledged}, or {@code withdraw_requested} while it is asked back
   */
  public record AtVenueView(int versionNumber, String state, String venueReference) {}
}
