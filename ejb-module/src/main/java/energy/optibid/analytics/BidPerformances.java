package energy.optibid.analytics;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the bids of the caller's organisation did. */
public interface BidPerformances {
  /** Longest span, in days. */
  int LONGEST_DAYS = 366;

  /**
   * By market, area and side, of awards of blocks that start in the span. Nothing of other
   * organisations goes into it but the prices of the areas.
   *
   * @param exchangeId awards of this simulated exchange; null takes those of no exchange, that is
   *     of real markets and of imported days
   * @param marketCode one market, or null for all
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for a span that is
   *     empty or too long
   */
  List<BidPerformance> of(@Nullable UUID exchangeId, @Nullable String marketCode, Span span);
}
