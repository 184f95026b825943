package energy.optibid.bidding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bid said, kept under a name to be used again.
 *
 * @param marketCode market of the auction it was written for
 * @param deliveryDay day it was written for, whose clock its blocks follow
 * @param timeZone IANA name of that clock's zone
 * @param blockMinutes length of its blocks
 * @param version how often it was written: its ETag
 */
public record BidTemplate(
    UUID id,
    String name,
    String marketCode,
    LocalDate deliveryDay,
    String timeZone,
    int blockMinutes,
    UUID assetId,
    String areaCode,
    BidSide side,
    @Nullable String label,
    List<BidBlock> blocks,
    boolean carryOver,
    List<BidBlockOrder> blockOrders,
    OffsetDateTime updatedAt,
    UUID updatedBy,
    long version) {
  public BidTemplate {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /** What a bid made of it says before it is fitted to its auction. */
  public BidContent content() {
    return new BidContent(assetId, areaCode, side, label, blocks, carryOver, blockOrders);
  }
}
