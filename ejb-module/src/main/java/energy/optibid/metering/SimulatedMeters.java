package energy.optibid.metering;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.shared.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the meters of a simulated exchange. Works in the caller's transaction, which has to be the
 * platform's; a day may be read again without harm, because a reading that is there stays.
 */
public interface SimulatedMeters {
  /**
   * Reads a day that has ended: in a sandbox every asset of its organisation, on the shared
   * exchange those with an award that day and those of the demo organisations.
   *
   * @return how many readings are new
   */
  int read(Simulation simulation, DeliveryDay day);

  /**
   * Reads a day before anybody traded: sun, wind and consumers, which need no schedule.
   *
   * @return how many readings are new
   */
  int readPast(Simulation simulation, DeliveryDay day);

  /**
   * The exchange whose weather and chance it is.
   *
   * @param owner of a sandbox; null for the exchange that all share
   */
  record Simulation(UUID exchangeId, @Nullable OrganizationId owner, String grid, long seed) {}
}
