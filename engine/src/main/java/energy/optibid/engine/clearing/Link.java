package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;

/**
 * A lossless transfer link between two zones, or a zone and a border node. A flow is positive from
 * {@code from} to {@code to}; it is limited to [−reverseCapacity, forwardCapacity], each rounded
 * down to the lot.
 */
public record Link(
    String id, String from, String to, Power reverseCapacity, Power forwardCapacity) {
  /**
   * @throws IllegalArgumentException if a capacity is negative or the link joins a node to itself
   */
  public Link {
    if (reverseCapacity.kilowatts() < 0 || forwardCapacity.kilowatts() < 0) {
      throw new IllegalArgumentException("link " + id + " has a negative capacity");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("link " + id + " joins " + from + " to itself");
    }
  }
}
