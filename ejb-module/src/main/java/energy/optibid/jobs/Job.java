package energy.optibid.jobs;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work and how far it is.
 *
 * @param error a sentence for the person who asked, when it failed
 * @param version rises with each change of state (not with progress); the ETag
 */
public record Job(
    UUID id,
    String kind,
    State state,
    Progress progress,
    @Nullable String error,
    @Nullable JsonObject result,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long version) {

  /** Where a job is; the last three are final. */
  public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Name in answers and in the database. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String slug) {
      return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    public boolean isFinal() {
      return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * @param total 0 while unknown
   */
  public record Progress(long done, long total, String note) {}
}
