package energy.optibid.clearing;

import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Awards of the caller's organisation, by bid and block. */
public interface Awards {
  /** Every award of a run; {@code not_found} for a foreign or unknown one. */
  List<Award> ofRun(UUID runId);

  /** Every award of an auction's latest run that cleared; empty before the first. */
  List<Award> ofLatestRun(UUID auctionId);

  /** Own awards of a delivery day over the markets of an exchange, by market, block and bid. */
  List<MarketAward> ofExchangeDay(UUID exchangeId, LocalDate day);

  /**
   * What became of a bid's block orders in the auction's latest run that cleared, by name; empty
   * before the first and where it has none.
   */
  List<BlockOrderOutcome> blockOrdersOfBid(UUID bidId);

  /** Awards of a bid in the auction's latest run that cleared. */
  List<Award> ofBid(UUID bidId);

  /**
   * Awards of one run or, without one, of the latest run that cleared of each auction.
   *
   * @param auctionId one auction, or null for all
   * @param bidId one bid, or null for all
   */
  Page<Award> list(
      @Nullable UUID auctionId,
      @Nullable UUID bidId,
      @Nullable UUID runId,
      @Nullable String cursor,
      int limit);
}
