package energy.optibid.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Energy and money of an organisation in one auction. Energy is buy-positive (a sale is negative);
 * money is receiving-positive. Every sum adds amounts that were rounded per award.
 *
 * @param total money of the day over all assets
 */
public record Positions(
    UUID auctionId, String currency, BigDecimal total, List<AssetPosition> assets) {
  public Positions {
    assets = List.copyOf(assets);
  }

  /** One asset's day. */
  public record AssetPosition(
      UUID assetId,
      String assetName,
      BigDecimal energyMwh,
      BigDecimal amount,
      List<BlockPosition> blocks) {
    public AssetPosition {
      blocks = List.copyOf(blocks);
    }
  }

  /** One asset's block. */
  public record BlockPosition(int block, BigDecimal energyMwh, BigDecimal amount) {}
}
