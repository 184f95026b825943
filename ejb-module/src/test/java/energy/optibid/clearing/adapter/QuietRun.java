package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.jobs.JobRun;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.UUID;

/** The job of a run that nobody watches or cancels. */
record QuietRun(ClearingRun run) implements JobRun {
  @Override
  public UUID id() {
    return Objects.requireNonNull(run.jobId());
  }

  @Override
  public JsonObject input() {
    return Json.createObjectBuilder()
        .add("runId", run.id().toString())
        .add("auctionId", run.auctionId().toString())
        .build();
  }

  @Override
  public void progress(long done, long total, String note) {
    assertTrue(done <= total, note);
  }

  @Override
  public void checkCancelled() {
    // nobody cancels here
  }
}
