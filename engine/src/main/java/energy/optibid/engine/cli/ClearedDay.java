package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.auction.Search;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One cleared day.
 *
 * @param blocks empty where blocks were not left to the engine
 * @param violations of the day as a whole
 * @param search how far the search went; empty where there was none
 */
record ClearedDay(
    LocalDate date,
    List<ClearedPeriod> periods,
    List<ClearedBlock> blocks,
    List<Violation> violations,
    Optional<Search> search) {
  ClearedDay {
    periods = List.copyOf(periods);
    blocks = List.copyOf(blocks);
    violations = List.copyOf(violations);
  }
}
