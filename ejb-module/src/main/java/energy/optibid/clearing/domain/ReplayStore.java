package energy.optibid.clearing.domain;

import energy.optibid.clearing.Replay;
import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.ReplaySummary;
import energy.optibid.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller's replays are kept; works in the caller's transaction. */
public interface ReplayStore {
  void add(Replay replay);

  /** Keeps the points of a replay's sweep, in place of any it has. */
  void keepSweep(UUID replayId, List<SweepPoint> points);

  /** The replay; the state of its sweep's job is not known here and left empty. */
  Optional<Replay> find(UUID replayId);

  /** Newest first. */
  Page<ReplaySummary> list(UUID auctionId, @Nullable String cursor, int limit);
}
