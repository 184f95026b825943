package energy.optibid.engine.simulation;

import java.util.List;

/**
 * A company that trades on the simulated exchange.
 *
 * @param number its place in the roster, from 0; every draw about it begins with this
 * @param id id of its orders, such as {@code sim/W2-COAL-07}
 * @param area bid area
 * @param megawatts its size: the load of a buyer, the exchange capacity of a seller
 * @param units a thermal fleet in merit order; empty for others
 */
public record Participant(
    int number, String id, String area, ParticipantKind kind, double megawatts, List<Unit> units) {
  /**
   * One unit of a thermal fleet.
   *
   * @param megawatts capacity it may offer on the exchange
   * @param cost variable cost at the long-run fuel price, INR/MWh
   */
  public record Unit(double megawatts, double cost) {}

  public Participant {
    units = List.copyOf(units);
  }
}
