package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Violation;
import java.time.LocalDate;
import java.util.List;

/**
 * One cleared period and what the verifier says about it.
 *
 * @param violations empty when the result is proven
 */
record ClearedPeriod(
    LocalDate deliveryDay, int period, ClearingResult result, List<Violation> violations) {
  ClearedPeriod {
    violations = List.copyOf(violations);
  }
}
