package energy.optibid.clearing.domain;

import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.MarketAward;
import energy.optibid.shared.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller's awards are kept; works in the caller's transaction. */
public interface AwardStore {
  /** Stores the awards of a run. */
  void add(UUID runId, UUID auctionId, List<AwardLine> awards);

  /** Stores what became of block orders in a run. */
  void addBlockOrders(List<BlockOrderOutcome> outcomes);

  /** What became of a bid's block orders in the latest run of its auction that cleared. */
  List<BlockOrderOutcome> blockOrdersOfBid(UUID bidId);

  /** The provisional awards of a run become final. */
  void finish(UUID runId);

  /** Every award of a run, by bid, block and block order. */
  List<AwardLine> ofRun(UUID runId);

  /**
   * Awards by run, bid and block. Null means any; without a run only the latest run that cleared of
   * each auction counts.
   */
  Page<AwardLine> list(Query query, @Nullable String cursor, int limit);

  /** Awards of the latest runs of an exchange's auctions for a day, by market, block and bid. */
  List<MarketAward> ofExchangeDay(UUID exchangeId, LocalDate day);

  /**
   * Sums over the day by bid, each from the latest run that cleared of the bid's own auction: what
   * later auctions gave it is theirs.
   */
  Map<UUID, BidSum> sums();

  /**
   * What a run gave a bid over the day.
   *
   * @param amount receiving positive
   */
  record BidSum(UUID runId, BigDecimal acceptedMwh, BigDecimal amount, String currency) {}

  /** What to look for. */
  record Query(
      @Nullable UUID auctionId,
      @Nullable UUID bidId,
      @Nullable UUID runId,
      @Nullable Integer block) {}
}
