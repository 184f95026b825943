package energy.optibid.settlement.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.Positions.AssetPosition;
import energy.optibid.settlement.Positions.BlockPosition;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds awards up. Amounts are rounded already, so every total is exact in the same unit. */
public final class PositionSums {
  private PositionSums() {}

  /**
   * An award, whoever gave it.
   *
   * @param boughtMwh buy-positive
   * @param amount receiving-positive, rounded
   */
  public record Part(UUID assetId, int block, BigDecimal boughtMwh, BigDecimal amount) {
    /** What a run here gave. */
    public static Part of(Award award) {
      return new Part(
          award.assetId(),
          award.block(),
          award.side() == BidSide.BUY ? award.acceptedMwh() : award.acceptedMwh().negate(),
          award.amount());
    }

    /** What an exchange outside gave. */
    public static Part of(ExchangeAward award) {
      return new Part(award.assetId(), award.block(), award.boughtMwh(), award.amount());
    }
  }

  /**
   * The positions of one auction.
   *
   * @param assetName name of an asset by its id
   */
  public static Positions of(
      UUID auctionId, String currency, List<Part> awards, Function<UUID, String> assetName) {
    Map<UUID, List<Part>> byAsset = awards.stream().collect(Collectors.groupingBy(Part::assetId));
    List<AssetPosition> assets =
        byAsset.entrySet().stream()
            .map(entry -> asset(entry.getKey(), assetName.apply(entry.getKey()), entry.getValue()))
            .sorted(
                Comparator.comparing(AssetPosition::assetName)
                    .thenComparing(AssetPosition::assetId))
            .toList();
    return new Positions(auctionId, currency, money(awards), assets);
  }

  private static AssetPosition asset(UUID id, String name, List<Part> awards) {
    TreeMap<Integer, List<Part>> byBlock =
        awards.stream()
            .collect(Collectors.groupingBy(Part::block, TreeMap::new, Collectors.toList()));
    List<BlockPosition> blocks =
        byBlock.entrySet().stream()
            .map(
                entry ->
                    new BlockPosition(
                        entry.getKey(), energy(entry.getValue()), money(entry.getValue())))
            .toList();
    return new AssetPosition(id, name, energy(awards), money(awards), blocks);
  }

  private static BigDecimal energy(List<Part> awards) {
    return awards.stream().map(Part::boughtMwh).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal money(List<Part> awards) {
    return awards.stream().map(Part::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }
}
