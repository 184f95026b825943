package energy.optibid.clearing.adapter;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.shared.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run that has no result. The gate opens again, because nothing was published and the trader
 * will want to change something.
 */
@ApplicationScoped
@InTransaction
public class RunEnding {
  private final RunStore runs;
  private final Auctions auctions;
  private final RunEvents events;
  private final Clock clock;

  @Inject
  public RunEnding(RunStore runs, Auctions auctions, RunEvents events, Clock clock) {
    this.runs = runs;
    this.auctions = auctions;
    this.events = events;
    this.clock = clock;
  }

  /** Somebody stopped it. */
  public void cancel(UUID runId) {
    end(runId, RunState.CANCELLED, 0, null);
  }

  /**
   * It could not finish.
   *
   * @param violations broken rules the verifier found
   * @param failure a sentence for the person who asked
   */
  public void fail(UUID runId, int violations, String failure) {
    end(runId, RunState.FAILED, violations, failure);
  }

  private void end(UUID runId, RunState state, int violations, @Nullable String failure) {
    ClearingRun run = runs.hold(runId).orElse(null);
    if (run == null || !run.state().isActive()) {
      return;
    }
    runs.end(
        runId,
        state,
        violations,
        failure,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    Auction auction = auctions.require(run.auctionId());
    if (auction.state() == AuctionState.CLOSED) {
      auction = auctions.reopen(run.auctionId());
    }
    events.finished(auction, run, state);
  }
}
