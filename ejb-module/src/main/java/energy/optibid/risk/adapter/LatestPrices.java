package energy.optibid.risk.adapter;

import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.Auctions;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.risk.BidApproval.KnownPrices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The latest known price of each block of an area in a market: of the auctions of the same world,
 * the latest delivery day first, the result of a run before what the market published. What was
 * before a sandbox is the shared exchange's past, as everywhere on the desk.
 */
final class LatestPrices {
  /** Auctions looked at: a week of half-hourly sessions. */
  private static final int MOST_AUCTIONS = 200;

  private static final int PAST_DAYS = 7;

  private final Auctions auctions;
  private final Prices prices;

  LatestPrices(Auctions auctions, Prices prices) {
    this.auctions = auctions;
    this.prices = prices;
  }

  /**
   * @param byBlock currency per MWh
   * @param sources where they come from, the latest first
   */
  record Found(Map<Integer, BigDecimal> byBlock, List<KnownPrices> sources) {}

  /** Of blocks of the auction's market; blocks that nothing is known of are left out. */
  Found of(Auction auction, String area, Set<Integer> blocks) {
    Map<Integer, BigDecimal> byBlock = new HashMap<>();
    List<KnownPrices> sources = new ArrayList<>();
    List<Auction> own = world(auction);
    collect(own, area, blocks, byBlock, sources);
    if (auction.exchangeId() != null && auction.scope() == AuctionScope.SANDBOX) {
      LocalDate first =
          own.stream()
              .map(Auction::deliveryDay)
              .min(LocalDate::compareTo)
              .orElse(auction.deliveryDay());
      for (int back = 1; back <= PAST_DAYS && byBlock.size() < blocks.size(); back++) {
        collect(shared(auction, first.minusDays(back)), area, blocks, byBlock, sources);
      }
    }
    return new Found(byBlock, sources);
  }

  private void collect(
      List<Auction> from,
      String area,
      Set<Integer> blocks,
      Map<Integer, BigDecimal> byBlock,
      List<KnownPrices> sources) {
    for (Auction other : from) {
      Set<Integer> missing = new HashSet<>(blocks);
      missing.removeAll(byBlock.keySet());
      int end = other.firstBlock() + other.blockCount();
      if (missing.stream().noneMatch(block -> block >= other.firstBlock() && block < end)) {
        continue;
      }
      for (PriceSource source : PriceSource.values()) {
        Map<Integer, BigDecimal> known = known(other, area, source);
        known.keySet().retainAll(missing);
        if (!known.isEmpty()) {
          byBlock.putAll(known);
          sources.add(
              new KnownPrices(
                  other.id(),
                  other.scope(),
                  other.marketCode(),
                  area,
                  other.deliveryDay(),
                  other.session(),
                  source.code()));
          break;
        }
      }
    }
  }

  private List<Auction> shared(Auction auction, LocalDate day) {
    return auctions
        .list(null, auction.marketCode(), day, null, null, MOST_AUCTIONS)
        .items()
        .stream()
        .filter(other -> other.exchangeId() != null && other.scope() == AuctionScope.SHARED)
        .toList();
  }

  private List<Auction> world(Auction auction) {
    UUID exchange = auction.exchangeId();
    UUID imported = auction.importId();
    if (exchange != null) {
      return auctions.list(exchange, auction.marketCode(), null, null, null, MOST_AUCTIONS).items();
    }
    if (imported == null) {
      return List.of(auction);
    }
    List<Auction> days = new ArrayList<>(auctions.ofImport(imported));
    days.sort((one, other) -> other.deliveryDay().compareTo(one.deliveryDay()));
    return days;
  }

  private Map<Integer, BigDecimal> known(Auction auction, String area, PriceSource source) {
    if (source == PriceSource.CLEARED && auction.latestRunId() == null) {
      return new HashMap<>();
    }
    List<AreaPrices> areas =
        source == PriceSource.CLEARED
            ? prices.cleared(auction.id())
            : prices.published(auction.id());
    Map<Integer, BigDecimal> known = new HashMap<>();
    for (AreaPrices one : areas) {
      if (one.area().equals(area)) {
        for (int i = 0; i < one.prices().size(); i++) {
          BigDecimal price = one.prices().get(i);
          if (price != null) {
            known.put(auction.firstBlock() + i, price);
          }
        }
      }
    }
    return known;
  }
}
