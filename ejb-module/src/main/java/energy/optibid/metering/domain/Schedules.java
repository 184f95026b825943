package energy.optibid.metering.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.MarketAward;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What assets were to inject in each block: the sum of their awards over every market. */
public final class Schedules {
  private final Map<UUID, Map<Instant, BigDecimal>> byAsset;

  private Schedules(Map<UUID, Map<Instant, BigDecimal>> byAsset) {
    this.byAsset = byAsset;
  }

  public static Schedules of(List<MarketAward> awards) {
    return new Schedules(
        awards.stream()
            .map(MarketAward::award)
            .collect(
                Collectors.groupingBy(
                    Award::assetId,
                    Collectors.toMap(
                        award -> award.startsAt().toInstant(),
                        Schedules::injection,
                        BigDecimal::add))));
  }

  /** Ids of the assets with awards. */
  public Set<UUID> assets() {
    return byAsset.keySet();
  }

  /** MWh injected (positive) or withdrawn (negative) in the block that begins then. */
  public BigDecimal injectionMwh(UUID assetId, Instant startsAt) {
    return byAsset.getOrDefault(assetId, Map.of()).getOrDefault(startsAt, BigDecimal.ZERO);
  }

  private static BigDecimal injection(Award award) {
    return award.side() == BidSide.SELL ? award.acceptedMwh() : award.acceptedMwh().negate();
  }
}
