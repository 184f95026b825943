package energy.optibid.jobs.domain;

import energy.optibid.jobs.Job;
import energy.optibid.jobs.Job.Progress;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a running job, each in a transaction of its organisation together with the
 * event that tells it. Nothing is written for a worker that has lost the job.
 */
public interface JobLedger {

  void progress(ClaimedJob job, Progress progress);

  void finish(ClaimedJob job, Outcome outcome, Progress progress);

  /** How a run ended. */
  record Outcome(Job.State state, @Nullable JsonObject result, @Nullable String error) {

    public static Outcome succeeded(JsonObject result) {
      return new Outcome(Job.State.SUCCEEDED, result, null);
    }

    public static Outcome failed(String error) {
      return new Outcome(Job.State.FAILED, null, error);
    }

    public static Outcome cancelled() {
      return new Outcome(Job.State.CANCELLED, null, null);
    }
  }
}
