package energy.optibid.settlement.domain;

import energy.optibid.engine.settlement.Trade;
import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAward.Status;
import energy.optibid.settlement.AwardOrigin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What exchanges outside awarded over a span of days.
 *
 * @param trades by asset and start of the block; awards of a market at one price are one trade
 * @param origins the awards behind them, by asset and delivery day
 * @param blocksNotFinal blocks of assets whose result is to come, or provisional
 */
public record OutsideAwards(
    Map<UUID, Map<Instant, List<Trade>>> trades,
    Map<UUID, Map<LocalDate, List<AwardOrigin>>> origins,
    int blocksNotFinal) {
  /** Of a simulated exchange: nothing. */
  public static final OutsideAwards NONE = new OutsideAwards(Map.of(), Map.of(), 0);

  /**
   * @param isSettled whether an asset has a statement; a result of one that has none is not waited
   *     for
   */
  public static OutsideAwards of(
      List<DeliveryAward> awards, List<AwaitedResult> awaited, Predicate<UUID> isSettled) {
    Map<UUID, Map<Instant, Map<String, Map<BigDecimal, BigDecimal>>>> sums = new HashMap<>();
    Map<UUID, Map<LocalDate, List<AwardOrigin>>> origins = new HashMap<>();
    for (DeliveryAward one : awards) {
      ExchangeAward award = one.award();
      if (award.awardedMwh().signum() == 0) {
        continue;
      }
      BigDecimal ignored =
          sums.computeIfAbsent(award.assetId(), id -> new HashMap<>())
              .computeIfAbsent(award.startsAt().toInstant(), at -> new TreeMap<>())
              .computeIfAbsent(one.marketCode(), market -> new TreeMap<>())
              .merge(award.price(), award.boughtMwh(), BigDecimal::add);
      origins
          .computeIfAbsent(award.assetId(), id -> new HashMap<>())
          .computeIfAbsent(one.deliveryDay(), day -> new ArrayList<>())
          .add(origin(one));
    }
    Map<UUID, Map<Instant, List<Trade>>> trades = new HashMap<>();
    sums.forEach(
        (asset, starts) ->
            starts.forEach(
                (at, markets) ->
                    trades.computeIfAbsent(asset, id -> new HashMap<>()).put(at, trades(markets))));
    return new OutsideAwards(trades, origins, notFinal(awards, awaited, isSettled));
  }

  private static List<Trade> trades(Map<String, Map<BigDecimal, BigDecimal>> markets) {
    List<Trade> trades = new ArrayList<>();
    markets.forEach(
        (market, prices) ->
            prices.forEach((price, bought) -> trades.add(new Trade(market, bought, price))));
    return trades;
  }

  private static AwardOrigin origin(DeliveryAward one) {
    ExchangeAward award = one.award();
    return new AwardOrigin(
        award.auctionId(),
        award.bidId(),
        one.marketCode(),
        one.reference(),
        award.blockOrder(),
        award.block(),
        award.revision(),
        award.status(),
        award.boughtMwh(),
        award.price());
  }

  private record AssetBlock(UUID auctionId, UUID assetId, int block) {}

  private static int notFinal(
      List<DeliveryAward> awards, List<AwaitedResult> awaited, Predicate<UUID> isSettled) {
    Set<UUID> open = new HashSet<>();
    int blocks = 0;
    for (AwaitedResult result : awaited) {
      open.add(result.auctionId());
      blocks += isSettled.test(result.assetId()) ? result.blocks() : 0;
    }
    Set<AssetBlock> provisional = new HashSet<>();
    for (DeliveryAward one : awards) {
      ExchangeAward award = one.award();
      if (award.status() == Status.PROVISIONAL
          && !open.contains(award.auctionId())
          && isSettled.test(award.assetId())) {
        provisional.add(new AssetBlock(award.auctionId(), award.assetId(), award.block()));
      }
    }
    return blocks + provisional.size();
  }

  /**
   * Auctions in which something else is awarded now than what days were calculated from; a result
   * that repeats what was told before changes nothing.
   *
   * @param kept awards by asset and delivery day; other days are not looked at
   */
  public Set<UUID> auctionsRevisedSince(Map<UUID, Map<LocalDate, List<AwardOrigin>>> kept) {
    Set<UUID> revised = new HashSet<>();
    kept.forEach(
        (asset, days) ->
            days.forEach(
                (day, then) -> {
                  Map<Ordered, Told> before = told(then);
                  Map<Ordered, Told> now =
                      told(origins.getOrDefault(asset, Map.of()).getOrDefault(day, List.of()));
                  Set<Ordered> either = new HashSet<>(before.keySet());
                  either.addAll(now.keySet());
                  either.removeIf(order -> Objects.equals(before.get(order), now.get(order)));
                  either.forEach(order -> revised.add(order.auctionId()));
                }));
    return revised;
  }

  private record Ordered(UUID auctionId, String reference, String blockOrder, int block) {}

  /** Without trailing zeros, which make equal figures unequal. */
  private record Told(BigDecimal boughtMwh, BigDecimal price) {}

  private static Map<Ordered, Told> told(List<AwardOrigin> awards) {
    Map<Ordered, Told> told = new HashMap<>();
    for (AwardOrigin one : awards) {
      told.put(
          new Ordered(one.auctionId(), one.reference(), one.blockOrder(), one.block()),
          new Told(one.boughtMwh().stripTrailingZeros(), one.price().stripTrailingZeros()));
    }
    return told;
  }

  /** These trades beside others, both by asset and start of the block. */
  public Map<UUID, Map<Instant, List<Trade>>> beside(Map<UUID, Map<Instant, List<Trade>>> others) {
    Map<UUID, Map<Instant, List<Trade>>> all = new HashMap<>(others);
    trades.forEach(
        (asset, starts) -> {
          Map<Instant, List<Trade>> joined = new HashMap<>(all.getOrDefault(asset, Map.of()));
          starts.forEach(
              (at, more) -> {
                List<Trade> both = new ArrayList<>(joined.getOrDefault(at, List.of()));
                both.addAll(more);
                joined.put(at, both);
              });
          all.put(asset, joined);
        });
    return all;
  }
}
