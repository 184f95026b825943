package energy.optibid.exports;

import java.util.UUID;

/**
 * Results of clearing runs as files. A foreign or unknown run is {@code not_found}; before a run
 * has cleared, its tables have no rows. Every row names its market, delivery day, block, the
 * block's start in UTC and in the market's own time with offset, and its minutes: days where clocks
 * change have 23 or 25 hours of them. Energies are MWh, prices currency per MWh, all exact.
 */
public interface RunExports {
  /** Price, its supporting interval, supply, demand and net position of each area and block. */
  ExportedFile prices(UUID runId, ExportFormat format);

  /** Flow and transfer limits of each link and block. */
  ExportedFile flows(UUID runId, ExportFormat format);

  /** Own awards of each bid and block; nobody else's. */
  ExportedFile awards(UUID runId, ExportFormat format);
}
