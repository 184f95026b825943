package energy.optibid.clearing.adapter;

import energy.optibid.bidding.Bidding;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.Awards;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.MarketAward;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.market.Auctions;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading awards; one transaction per call. */
@ApplicationScoped
@Typed(Awards.class)
@InTransaction
public class AwardDesk implements Awards {
  private static final int EVERY_ONE = 1_000_000;

  private final AwardStore awards;
  private final RunStore runs;
  private final Auctions auctions;
  private final Bidding bidding;

  @Inject
  public AwardDesk(AwardStore awards, RunStore runs, Auctions auctions, Bidding bidding) {
    this.awards = awards;
    this.runs = runs;
    this.auctions = auctions;
    this.bidding = bidding;
  }

  @Override
  public List<Award> ofRun(UUID runId) {
    requireRun(runId);
    return awards.ofRun(runId).stream().map(AwardLine::award).toList();
  }

  @Override
  public List<Award> ofLatestRun(UUID auctionId) {
    auctions.require(auctionId);
    return all(new AwardStore.Query(auctionId, null, null, null));
  }

  @Override
  public List<MarketAward> ofExchangeDay(UUID exchangeId, LocalDate day) {
    return awards.ofExchangeDay(exchangeId, day);
  }

  @Override
  public List<Award> ofBid(UUID bidId) {
    bidding.require(bidId);
    return all(new AwardStore.Query(null, bidId, null, null));
  }

  @Override
  public List<BlockOrderOutcome> blockOrdersOfBid(UUID bidId) {
    bidding.require(bidId);
    return awards.blockOrdersOfBid(bidId);
  }

  private List<Award> all(AwardStore.Query query) {
    return awards.list(query, null, EVERY_ONE).items().stream().map(AwardLine::award).toList();
  }

  @Override
  public Page<Award> list(
      @Nullable UUID auctionId,
      @Nullable UUID bidId,
      @Nullable UUID runId,
      @Nullable String cursor,
      int limit) {
    if (auctionId != null) {
      auctions.require(auctionId);
    }
    if (bidId != null) {
      bidding.require(bidId);
    }
    if (runId != null) {
      requireRun(runId);
    }
    Page<AwardLine> lines =
        awards.list(new AwardStore.Query(auctionId, bidId, runId, null), cursor, limit);
    return new Page<>(lines.items().stream().map(AwardLine::award).toList(), lines.nextCursor());
  }

  private void requireRun(UUID runId) {
    if (runs.find(runId).isEmpty()) {
      throw ProblemException.notFound("clearing run");
    }
  }
}
