package energy.optibid.jobs;

import energy.optibid.shared.Page;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of the caller's organisation. */
public interface Jobs {

  /** Saves a job in the caller's transaction; a worker takes it after the commit. */
  Job enqueue(String kind, JsonObject input);

  /**
   * @throws energy.optibid.shared.ProblemException not_found
   */
  Job find(UUID id);

  /** Newest first. */
  Page<Job> list(@Nullable String cursor, int limit);

  /**
   * Cancels a queued job at once; asks a running one to stop, which it does at its next {@link
   * JobRun#checkCancelled()}.
   *
   * @throws energy.optibid.shared.ProblemException not_found, or illegal_transition when it has
   *     finished
   */
  Job cancel(UUID id);
}
