package energy.optibid.analytics;

import energy.optibid.jobs.Job;

/** Holds the copy of the prices against the prices themselves. */
public interface CopyReconciliations {
  /**
   * Queues a job that compares numbers and sums of prices of every day, owner, market and area, and
   * has copied again what differs. The copy keeps up without it; it is for a ClickHouse that was
   * changed by others or restored from a backup. The current months are compared every hour anyway.
   *
   * @throws energy.optibid.shared.ProblemException {@code unavailable} while ClickHouse is not
   *     switched on
   */
  Job start();
}
