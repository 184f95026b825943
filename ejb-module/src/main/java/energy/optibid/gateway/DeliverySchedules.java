package energy.optibid.gateway;

import java.time.LocalDate;

/** What the system operator is told of a delivery day, of the caller's organisation. */
public interface DeliverySchedules {
  /** The schedules of the real markets' day as they stand now. */
  Schedules ofDay(LocalDate deliveryDay);

  /**
   * @param csv the whole file
   * @param rows how many rows it has below its header; none where nothing is scheduled
   */
  record Schedules(String csv, long rows) {}
}
