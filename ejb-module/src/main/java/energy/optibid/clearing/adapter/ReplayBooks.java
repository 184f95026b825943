package energy.optibid.clearing.adapter;

import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.Earlier;
import energy.optibid.clearing.domain.ReplayBase;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.market.OrderBooks;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Cleared auctions ready to be replayed, the last few of them kept in memory: a run never changes,
 * so what is kept never grows stale. Part of the caller's transaction. Setting: {@code
 * optibid.replay.cached-auctions}.
 */
@ApplicationScoped
public class ReplayBooks {
  private final OrderBooks books;
  private final CurveBooks curveBooks;
  private final EarlierAuctions earlier;
  private final RunStore runs;
  private final RunRules runRules;
  private final Bidding bidding;
  private final AwardStore awards;
  private final PlatformTransactions platform;
  private final WorkBudget budget;
  private final Map<Key, ReplayBase> kept;

  @Inject
  public ReplayBooks(
      OrderBooks books,
      CurveBooks curveBooks,
      EarlierAuctions earlier,
      RunStore runs,
      RunRules runRules,
      Bidding bidding,
      AwardStore awards,
      PlatformTransactions platform) {
    this(
        books,
        curveBooks,
        earlier,
        runs,
        runRules,
        bidding,
        awards,
        platform,
        new WorkBudget(BlockWork.units()),
        ConfigProvider.getConfig().getValue("optibid.replay.cached-auctions", Integer.class));
  }

  ReplayBooks(
      OrderBooks books,
      CurveBooks curveBooks,
      EarlierAuctions earlier,
      RunStore runs,
      RunRules runRules,
      Bidding bidding,
      AwardStore awards,
      PlatformTransactions platform,
      WorkBudget budget,
      int most) {
    this.books = books;
    this.curveBooks = curveBooks;
    this.earlier = earlier;
    this.runs = runs;
    this.runRules = runRules;
    this.bidding = bidding;
    this.awards = awards;
    this.platform = platform;
    this.budget = budget;
    this.kept = Collections.synchronizedMap(new Latest(most));
  }

  /** What an organisation may replay: its own bids, and the others in one sum. */
  private record Key(OrganizationId organization, UUID auctionId, UUID runId) {}

  /** The entries used last. */
  private static final class Latest extends LinkedHashMap<Key, ReplayBase> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, ReplayBase> eldest) {
      return size() > most;
    }
  }

  /**
   * The auction as one of its runs cleared it.
   *
   * @param auction one the caller may see
   */
  ReplayBase load(Auction auction, UUID runId) {
    Key key = new Key(Tenancy.require().organization(), auction.id(), runId);
    ReplayBase found = kept.get(key);
    if (found == null) {
      found = make(auction, runId, own(runId));
      kept.put(key, found);
    }
    return found;
  }

  /** The organisation's bids as they took part in a run: of carried ones only the curves do. */
  List<SubmittedBid> own(UUID runId) {
    List<AwardLine> lines = awards.ofRun(runId);
    Set<UUID> carried =
        lines.stream()
            .filter(line -> line.award().carriedFrom() != null)
            .map(line -> line.award().bidId())
            .collect(Collectors.toSet());
    return bidding
        .submissions(lines.stream().map(AwardLine::submissionId).distinct().toList())
        .stream()
        .map(bid -> carried.contains(bid.bidId()) ? curvesOf(bid) : bid)
        .toList();
  }

  private static SubmittedBid curvesOf(SubmittedBid bid) {
    return new SubmittedBid(
        bid.organization(),
        bid.bidId(),
        bid.submissionId(),
        bid.versionNumber(),
        bid.content().withBlockOrders(List.of()));
  }

  private ReplayBase make(Auction auction, UUID runId, List<SubmittedBid> own) {
    ClearingRun run = runs.find(runId).orElseThrow(() -> ProblemException.notFound("clearing run"));
    AuctionRules rules = runRules.of(run, auction);
    if (auction.exchangeId() == null) {
      ClearingInput day = books.load(auction.id(), ClearingParameters.of(rules));
      return ReplayBase.of(day, rules, own, budget);
    }
    List<CurveBook> others = curveBooks.load(auction, rules);
    if (auction.scope() == AuctionScope.SANDBOX) {
      return ReplayBase.of(
          others, rules.partialBlockAtTheMoney(), earlier.before(auction, rules), own, budget);
    }
    // the other organisations' bids are seen by the platform alone, and leave here added up
    Earlier before = platform.call(() -> earlier.before(auction, rules));
    List<SubmittedBid> all = platform.call(() -> bidding.acknowledged(auction.id()));
    return ReplayBase.shared(others, rules.partialBlockAtTheMoney(), before, all, own, budget);
  }
}
