package energy.optibid.exports;

import energy.optibid.shared.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules of a delivery day for the system operator, as a file. */
public interface ScheduleExports {
  /**
   * A row per asset and delivery block: what final results award, and the implemented schedule
   * where there is one. Average MW, injection is positive. Provisional results are left out.
   *
   * @param assetId one asset; null for every one
   * @param exchangeId the simulated exchange whose day it is; null for the real markets
   * @param format CSV or XLSX
   * @throws ProblemException {@code validation_failed} for Parquet
   */
  ExportedFile schedules(
      LocalDate deliveryDay,
      @Nullable UUID assetId,
      @Nullable UUID exchangeId,
      ExportFormat format);
}
