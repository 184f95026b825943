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
 * @param submission what the venue holds or held last; null if it was never submitted
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
    @JsonbNillable @Nullable SubmissionView submission,
    OffsetDateTime createdAt,
    UUID createdBy,
    OffsetDateTime updatedAt,
    long version) {
  public BidView {
    blocks = List.copyOf(blocks);
  }

  /**
   * What the venue holds or held last.
   *
   * @param versionNumber the version it was made of
   * @param at when its state last changed
   */
  public record SubmissionView(
      UUID id, String state, String venueReference, int versionNumber, OffsetDateTime at) {}
}
