package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;

/**
 * The answer for one zone.
 *
 * @param price the published price
 * @param low lowest price that supports the allocation
 * @param high highest such price
 * @param marginal the steps that set the price or bound its interval; empty when only the price
 *     limits do
 * @param demand accepted buys
 * @param supply accepted sells
 * @param netPosition supply − demand: positive leaves the zone over links and fixed exchanges
 */
public record ZoneOutcome(
    String zone,
    Price price,
    Price low,
    Price high,
    List<MarginalOrder> marginal,
    Power demand,
    Power supply,
    Power netPosition) {
  public ZoneOutcome {
    marginal = List.copyOf(marginal);
  }
}
