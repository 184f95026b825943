package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.RunState;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.shared.Page;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller's runs and their series are kept; works in the caller's transaction. */
public interface RunStore {
  /** Stores a queued run. */
  void add(ClearingRun run);

  /** The next free number of an auction's runs. */
  int nextNumber(UUID auctionId);

  Optional<ClearingRun> find(UUID runId);

  /** The run, held against other changes until the transaction ends. */
  Optional<ClearingRun> hold(UUID runId);

  /** The auction's run that is queued or running, if there is one. */
  Optional<ClearingRun> active(UUID auctionId);

  /** Newest first. */
  Page<ClearingRun> list(UUID auctionId, @Nullable String cursor, int limit);

  /** Queued → running; keeps the time of the first start. */
  void begin(UUID runId, OffsetDateTime at);

  /** Ends a run without a result. */
  void end(UUID runId, RunState state, int violations, @Nullable String failure, OffsetDateTime at);

  /**
   * Stores the result of a run with its series, and ends it.
   *
   * @param rulePack identity of the pack it was found under, which the archive keeps
   */
  void clear(
      UUID runId, DayResult result, String rulePack, PriceDiscovery priceSource, OffsetDateTime at);

  /**
   * What became of the run's blocks, by id.
   *
   * @param currency ISO 4217 code, for their sentences
   */
  Page<BlockResult> blocks(UUID runId, String currency, @Nullable String cursor, int limit);

  /** By area. */
  List<AreaOutcome> areas(UUID runId);

  /** By from and to. */
  List<LinkOutcome> links(UUID runId);
}
