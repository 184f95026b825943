package energy.optibid.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's position of a delivery day over the markets of an exchange. Energy is
 * buy-positive (a sale is negative), money is receiving-positive; every total adds amounts that
 * were rounded once, per award.
 *
 * @param currency null before the first award
 * @param markets codes of the markets with awards
 */
public record DayPosition(
    UUID exchangeId,
    LocalDate day,
    @Nullable String currency,
    Totals totals,
    List<String> markets,
    List<Block> blocks,
    List<AssetTotal> assets) {
  public DayPosition {
    markets = List.copyOf(markets);
    blocks = List.copyOf(blocks);
    assets = List.copyOf(assets);
  }

  /** Sums over the day. */
  public record Totals(BigDecimal energyMwh, BigDecimal amount) {}

  /** A block with awards. */
  public record Block(
      int block,
      OffsetDateTime startsAt,
      BigDecimal energyMwh,
      BigDecimal amount,
      List<MarketPart> markets) {
    public Block {
      markets = List.copyOf(markets);
    }
  }

  /** What one market gave in a block. */
  public record MarketPart(String marketCode, BigDecimal energyMwh, BigDecimal amount) {}

  /** What one asset got over the day. */
  public record AssetTotal(
      UUID assetId, String assetName, BigDecimal energyMwh, BigDecimal amount) {}
}
