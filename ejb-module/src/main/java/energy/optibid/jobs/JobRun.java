package energy.optibid.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/** A running job as its handler sees it. */
public interface JobRun {

  UUID id();

  JsonObject input();

  /**
   * Tells those who watch how far it is; call it as often as you like, it is throttled.
   *
   * @param total 0 while unknown
   */
  void progress(long done, long total, String note);

  /**
   * Call it between steps.
   *
   * @throws JobStopped when the job was cancelled or another worker has taken it over; let it pass
   */
  void checkCancelled();
}
