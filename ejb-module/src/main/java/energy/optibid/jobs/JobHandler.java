package energy.optibid.jobs;

import jakarta.json.JsonObject;

/**
 * Does the jobs of one kind; a CDI bean, found by its type.
 *
 * <p>It runs outside a transaction, under the tenancy of the job's organisation. It may run again
 * after a crash with the same {@link JobRun#id()} and must then lead to the same end.
 */
public interface JobHandler {

  String kind();

  /** Whether its jobs wait for no other: a worker is kept free for them. */
  default boolean isUrgent() {
    return false;
  }

  /**
   * @return what the job found, stored as its result
   * @throws energy.optibid.shared.ProblemException fails the job with this sentence; any other
   *     exception fails it with a general one and goes to the server's log
   */
  JsonObject run(JobRun run) throws Exception;
}
