package energy.optibid.market;

import energy.optibid.engine.rules.PriceDiscovery;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices by area and block, published by the market or cleared here. */
public interface Prices {
  /**
   * Makes a run's prices the auction's cleared prices, in place of an earlier run's, and announces
   * each area on {@code market.prices.{market}.{area}}. Part of the caller's transaction.
   */
  void publishCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices);

  /** The same without telling anybody: a past nobody waited for. */
  void keepCleared(UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices);

  /** The market's own prices of an auction's day; areas in alphabetical order. */
  List<AreaPrices> published(UUID auctionId);

  /** The prices of the run published last; empty before the first. */
  List<AreaPrices> cleared(UUID auctionId);

  /**
   * Prices whose block starts in [from, to), by area and start. Without an auction, those of the
   * caller's latest auction of each day, and the imported before those.
   *
   * @param area one area, or null for all
   * @param source one source, or null for both
   * @param auctionId one auction, or null
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for a range that is
   *     empty or longer than 366 days
   */
  List<PricePoint> between(
      String marketCode,
      @Nullable String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceSource source,
      @Nullable UUID auctionId);
}
