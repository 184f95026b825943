package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Power;
import java.util.Optional;

/**
 * The largest change of a link's flow from one period to the next, either way.
 *
 * @param link id of the link, which stands in every period
 * @param before flow just before the first period; empty where nothing is known of it
 */
public record RampLimit(String link, Power step, Optional<Power> before) {
  /**
   * @throws IllegalArgumentException if the step is negative
   */
  public RampLimit {
    if (step.kilowatts() < 0) {
      throw new IllegalArgumentException("the ramp of link " + link + " is negative");
    }
  }
}
