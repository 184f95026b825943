package energy.optibid.bidding;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a bid as its owner sees it; it never changes. */
public record BidVersionView(
    int versionNumber,
    UUID assetId,
    String areaCode,
    String side,
    @Nullable String label,
    List<BidBlock> blocks,
    boolean carryOver,
    List<BidBlockOrder> blockOrders,
    OffsetDateTime createdAt,
    UUID createdBy) {
  public BidVersionView {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }
}
