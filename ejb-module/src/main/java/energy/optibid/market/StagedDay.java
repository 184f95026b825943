package energy.optibid.market;

import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.units.DeliveryDay;
import java.time.Instant;
import java.util.List;

/**
 * A delivery day on its way to becoming an auction.
 *
 * @param zones codes of the bidding areas
 * @param gateOpensAt when bids were first taken, in the day's own time
 * @param gateClosesAt when bids were last taken
 * @param blocks every block of the day, in order; their order ids do not matter
 * @param blockOrders orders over several blocks that are left to the engine
 * @param published the market's own prices; may be empty
 */
public record StagedDay(
    String marketCode,
    DeliveryDay day,
    String currency,
    List<String> zones,
    Instant gateOpensAt,
    Instant gateClosesAt,
    List<BlockBook> blocks,
    List<BlockOrder> blockOrders,
    List<AreaPrices> published) {
  public StagedDay {
    zones = List.copyOf(zones);
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
    published = List.copyOf(published);
    if (blocks.size() != day.blockCount()) {
      throw new IllegalArgumentException(
          day.date() + " has " + day.blockCount() + " blocks, not " + blocks.size());
    }
  }
}
