package energy.optibid.web.bidding;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bid as a client writes it. What is missing is a fault of validation, not of shape. */
@Schema(
    name = "BidInput",
    description =
        "Points are cumulative: a sell's prices and quantities rise from point to point, a buy's"
            + " prices fall while its quantities rise.",
    requiredProperties = {"auctionId", "assetId", "areaCode", "side", "blocks"})
public record BidInput(
    @Nullable UUID auctionId,
    @Nullable UUID assetId,
    @Nullable String areaCode,
    @Nullable BidSide side,
    @Nullable String label,
    @Nullable List<Block> blocks,
    @Schema(
            description =
                "What the auction leaves unselected goes to the next of the day (GDAM → DAM →"
                    + " HP-DAM); false if left out")
        @Nullable Boolean carryOver) {

  /** The curve of one delivery block. */
  @Schema(
      name = "BidInputBlock",
      requiredProperties = {"block", "points"})
  public record Block(@Nullable Integer block, @Nullable List<Point> points) {}

  /** One point of a curve. */
  @Schema(
      name = "BidInputPoint",
      requiredProperties = {"price", "quantity"})
  public record Point(
      @Schema(description = "Currency per MWh") @Nullable BigDecimal price,
      @Schema(description = "Cumulative MW, never negative") @Nullable BigDecimal quantity) {}

  BidDraft draft() {
    return new BidDraft(
        auctionId,
        assetId,
        areaCode,
        side,
        label,
        orEmpty(blocks).stream().map(BidInput::draft).toList(),
        Boolean.TRUE.equals(carryOver));
  }

  private static BidDraft.Block draft(Block block) {
    return new BidDraft.Block(
        block.block(),
        orEmpty(block.points()).stream()
            .map(point -> new BidDraft.Point(point.price(), point.quantity()))
            .toList());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
