package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid as it was typed: anything may be missing. Validation names every gap by its address.
 *
 * @param carryOver what the auction leaves unselected of the curves goes to the next of the day
 */
public record BidDraft(
    @Nullable UUID auctionId,
    @Nullable UUID assetId,
    @Nullable String areaCode,
    @Nullable BidSide side,
    @Nullable String label,
    List<Block> blocks,
    boolean carryOver,
    List<BlockOrder> blockOrders) {
  private static final Comparator<Block> BY_BLOCK =
      Comparator.comparing(Block::block, Comparator.nullsFirst(Comparator.naturalOrder()));

  public BidDraft {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /** Curves that stay in their auction. */
  public BidDraft(
      @Nullable UUID auctionId,
      @Nullable UUID assetId,
      @Nullable String areaCode,
      @Nullable BidSide side,
      @Nullable String label,
      List<Block> blocks) {
    this(auctionId, assetId, areaCode, side, label, blocks, false, List.of());
  }

  /** The same content as a draft, for instance to validate it again at submission. */
  public static BidDraft of(UUID auctionId, BidContent content) {
    return new BidDraft(
        auctionId,
        content.assetId(),
        content.areaCode(),
        content.side(),
        content.label(),
        content.blocks().stream()
            .map(
                block ->
                    new Block(
                        block.block(),
                        block.points().stream()
                            .map(point -> new Point(point.price(), point.quantity()))
                            .toList()))
            .toList(),
        content.carryOver(),
        content.blockOrders().stream().map(BlockOrder::of).toList());
  }

  /** The same for an auction. */
  public BidDraft in(UUID auction) {
    return new BidDraft(auction, assetId, areaCode, side, label, blocks, carryOver, blockOrders);
  }

  /** Whether a bid made of it would say the same as one made of another, however it was written. */
  public boolean saysTheSameAs(BidDraft other) {
    return plain().equals(other.plain());
  }

  /** The same with its blocks in order and its numbers without zeros at their ends. */
  private BidDraft plain() {
    return new BidDraft(
        auctionId,
        assetId,
        areaCode,
        side,
        label,
        blocks.stream().map(Block::plain).sorted(BY_BLOCK).toList(),
        carryOver,
        blockOrders.stream().map(BlockOrder::plain).toList());
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  /** A row of the grid. */
  public record Block(@Nullable Integer block, List<Point> points) {
    public Block {
      points = List.copyOf(points);
    }

    private Block plain() {
      return new Block(
          block,
          points.stream()
              .map(
                  point ->
                      new Point(BidDraft.plain(point.price()), BidDraft.plain(point.quantity())))
              .toList());
    }
  }

  /** A pair of cells: price per MWh and cumulative MW. */
  public record Point(@Nullable BigDecimal price, @Nullable BigDecimal quantity) {}

  /** A row of the list of block orders; see {@link BidBlockOrder}. */
  public record BlockOrder(
      @Nullable String id,
      List<Quantity> profile,
      @Nullable BigDecimal price,
      @Nullable BigDecimal minimumAcceptanceRatio,
      @Nullable String parent,
      @Nullable String exclusiveGroup,
      boolean flexible) {
    public BlockOrder {
      profile = List.copyOf(profile);
    }

    private BlockOrder plain() {
      return new BlockOrder(
          id,
          profile.stream()
              .map(part -> new Quantity(part.block(), BidDraft.plain(part.quantity())))
              .sorted(
                  Comparator.comparing(
                      Quantity::block, Comparator.nullsFirst(Comparator.naturalOrder())))
              .toList(),
          BidDraft.plain(price),
          BidDraft.plain(minimumAcceptanceRatio == null ? BigDecimal.ONE : minimumAcceptanceRatio),
          parent,
          exclusiveGroup,
          flexible);
    }

    /** The same content as a row. */
    public static BlockOrder of(BidBlockOrder order) {
      return new BlockOrder(
          order.id(),
          order.profile().stream()
              .map(part -> new Quantity(part.block(), part.quantity()))
              .toList(),
          order.price(),
          order.minimumAcceptanceRatio(),
          order.parent(),
          order.exclusiveGroup(),
          order.flexible());
    }
  }

  /** MW of a block order in one delivery block. */
  public record Quantity(@Nullable Integer block, @Nullable BigDecimal quantity) {}
}
