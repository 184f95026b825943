package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A critical branch of a flow-based network: Σ ptdf·net position ≤ margin, the net position of a
 * zone being what leaves it over the flow-based network.
 *
 * @param id unique in its period
 * @param ptdf power transfer distribution factor by zone; zones it does not name have none
 * @param margin remaining available margin of the branch
 */
public record FlowLimit(String id, Map<String, BigDecimal> ptdf, Power margin) {
  /**
   * @throws IllegalArgumentException if the margin is negative: no trade at all must be possible
   */
  public FlowLimit {
    ptdf = Map.copyOf(ptdf);
    if (margin.kilowatts() < 0) {
      throw new IllegalArgumentException("critical branch " + id + " has a negative margin");
    }
  }
}
