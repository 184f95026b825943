package energy.optibid.settlement.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.MarketAward;
import energy.optibid.settlement.DayPosition;
import energy.optibid.settlement.DayPosition.AssetTotal;
import energy.optibid.settlement.DayPosition.Block;
import energy.optibid.settlement.DayPosition.MarketPart;
import energy.optibid.settlement.DayPosition.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds the awards of a day up by block, market and asset. */
public final class DayPositionSums {
  private DayPositionSums() {}

  /**
   * The position of one day.
   *
   * @param assetName name of an asset by its id
   */
  public static DayPosition of(
      UUID exchangeId, LocalDate day, List<MarketAward> awards, Function<UUID, String> assetName) {
    return new DayPosition(
        exchangeId,
        day,
        awards.isEmpty() ? null : awards.get(0).award().currency(),
        new Totals(energy(awards), money(awards)),
        awards.stream().map(MarketAward::marketCode).distinct().sorted().toList(),
        by(awards, award -> award.award().block()).entrySet().stream()
            .map(entry -> block(entry.getKey(), entry.getValue()))
            .toList(),
        by(awards, award -> award.award().assetId()).entrySet().stream()
            .map(
                entry ->
                    new AssetTotal(
                        entry.getKey(),
                        assetName.apply(entry.getKey()),
                        energy(entry.getValue()),
                        money(entry.getValue())))
            .sorted(Comparator.comparing(AssetTotal::assetName).thenComparing(AssetTotal::assetId))
            .toList());
  }

  private static Block block(int number, List<MarketAward> awards) {
    List<MarketPart> markets =
        by(awards, MarketAward::marketCode).entrySet().stream()
            .map(
                entry ->
                    new MarketPart(
                        entry.getKey(), energy(entry.getValue()), money(entry.getValue())))
            .toList();
    return new Block(
        number, awards.get(0).award().startsAt(), energy(awards), money(awards), markets);
  }

  private static <K extends Comparable<K>> Map<K, List<MarketAward>> by(
      List<MarketAward> awards, Function<MarketAward, K> key) {
    return awards.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static BigDecimal energy(List<MarketAward> awards) {
    return awards.stream()
        .map(MarketAward::award)
        .map(a -> a.side() == BidSide.BUY ? a.acceptedMwh() : a.acceptedMwh().negate())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal money(List<MarketAward> awards) {
    return awards.stream()
        .map(award -> award.award().amount())
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }
}
