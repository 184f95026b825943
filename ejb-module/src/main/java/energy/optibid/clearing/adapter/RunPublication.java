package energy.optibid.clearing.adapter;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.Prices;
import energy.optibid.rules.PackArchive;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The two moments of a running run: its beginning, and the one transaction in which its result
 * becomes visible. Both may be repeated after a crash without doing anything twice.
 */
@ApplicationScoped
@InTransaction
public class RunPublication {
  private final RunStore runs;
  private final AwardStore awards;
  private final Auctions auctions;
  private final Prices prices;
  private final PackArchive archive;
  private final RunEvents events;
  private final Clock clock;

  @Inject
  public RunPublication(
      RunStore runs,
      AwardStore awards,
      Auctions auctions,
      Prices prices,
      PackArchive archive,
      RunEvents events,
      Clock clock) {
    this.runs = runs;
    this.awards = awards;
    this.auctions = auctions;
    this.prices = prices;
    this.archive = archive;
    this.events = events;
    this.clock = clock;
  }

  /** Marks the run as running; returns it as it stands, which may be finished already. */
  public ClearingRun begin(UUID runId) {
    ClearingRun run = hold(runId);
    if (run.state() == RunState.QUEUED) {
      runs.begin(runId, now());
      events.started(auctions.require(run.auctionId()), run);
    }
    return run;
  }

  /** The auction a run clears. */
  public Auction auction(ClearingRun run) {
    return auctions.require(run.auctionId());
  }

  /**
   * Stores and announces everything, unless the run has ended in the meantime.
   *
   * @param pack the rules the result was found under
   */
  public ClearingRun publish(
      UUID runId, DayResult result, RulePack pack, PriceDiscovery priceSource) {
    ClearingRun run = hold(runId);
    if (!run.state().isActive()) {
      return run;
    }
    Failpoint.hit("clearing.run_held");
    runs.clear(runId, result, archive.keep(pack), priceSource, now());
    Failpoint.hit("clearing.run_stored");
    awards.add(runId, run.auctionId(), result.awards());
    Failpoint.hit("clearing.awards_stored");
    awards.addBlockOrders(result.blockOrders());
    auctions.markCleared(run.auctionId(), runId);
    prices.publishCleared(
        run.auctionId(),
        runId,
        priceSource,
        result.areas().stream().map(area -> new AreaPrices(area.area(), area.prices())).toList());
    Failpoint.hit("clearing.prices_stored");
    Auction published = auctions.publish(run.auctionId());
    events.finished(published, run, RunState.CLEARED);
    events.awarded(published, run, result.awards());
    Failpoint.hit("clearing.events_written");
    return runs.find(runId).orElseThrow();
  }

  private ClearingRun hold(UUID runId) {
    return runs.hold(runId).orElseThrow(() -> ProblemException.notFound("clearing run"));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
