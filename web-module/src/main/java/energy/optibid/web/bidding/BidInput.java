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
        @Nullable Boolean carryOver,
    @Schema(description = "Orders over several blocks; those the market's rule pack allows")
        @Nullable List<BlockOrder> blockOrders) {

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

  /** An order over several blocks. */
  @Schema(
      name = "BidInputBlockOrder",
      requiredProperties = {"id", "profile", "price"})
  public record BlockOrder(
      @Schema(description = "Its name in the bid: 1 to 32 letters, digits, hyphens, underscores")
          @Nullable String id,
      @Nullable List<Quantity> profile,
      @Schema(description = "Limit per MWh, the same in every block") @Nullable BigDecimal price,
      @Schema(description = "Least share that may be accepted, above 0; 1 if left out")
          @Nullable BigDecimal minimumAcceptanceRatio,
      @Schema(description = "The order of the same bid this one is linked to")
          @Nullable String parent,
      @Schema(description = "A group of the bid whose accepted shares add up to one at most")
          @Nullable String exclusiveGroup,
      @Schema(description = "The auction places the quantity in one of the profile's blocks")
          @Nullable Boolean flexible) {}

  /** What a block order wants in one delivery block. */
  @Schema(
      name = "BidInputQuantity",
      requiredProperties = {"block", "quantity"})
  public record Quantity(
      @Nullable Integer block,
      @Schema(description = "Average MW, above 0") @Nullable BigDecimal quantity) {}

  BidDraft draft() {
    return new BidDraft(
        auctionId,
        assetId,
        areaCode,
        side,
        label,
        orEmpty(blocks).stream().map(BidInput::draft).toList(),
        Boolean.TRUE.equals(carryOver),
        orEmpty(blockOrders).stream().map(BidInput::draft).toList());
  }

  private static BidDraft.BlockOrder draft(BlockOrder order) {
    return new BidDraft.BlockOrder(
        order.id(),
        orEmpty(order.profile()).stream()
            .map(part -> new BidDraft.Quantity(part.block(), part.quantity()))
            .toList(),
        order.price(),
        order.minimumAcceptanceRatio(),
        order.parent(),
        order.exclusiveGroup(),
        Boolean.TRUE.equals(order.flexible()));
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
