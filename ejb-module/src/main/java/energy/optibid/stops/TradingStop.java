package energy.optibid.stops;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trading that somebody stopped.
 *
 * @param subjectId the asset or the member; null for the whole organisation
 * @param subjectName its name when it was stopped
 * @param jobId the job that withdraws what is at venues
 * @param sweptAt when nothing was left to be withdrawn; null while the job is at work
 * @param release who let trading go on; null while the stop stands
 * @param bids what became of the bids that were at a venue
 * @param version rises with every change
 */
public record TradingStop(
    UUID id,
    StopScope scope,
    @JsonbNillable @Nullable UUID subjectId,
    String subjectName,
    String reason,
    Person placedBy,
    Instant placedAt,
    UUID jobId,
    @JsonbNillable @Nullable Instant sweptAt,
    @JsonbNillable @Nullable Release release,
    Tally bids,
    long version) {

  /** A member of the organisation. */
  public record Person(UUID id, String name) {}

  /** Who let trading go on, and why. */
  public record Release(Person by, Instant at, String reason) {}

  /**
   * How many bids.
   *
   * @param withdrawn the venue gave back
   * @param askedBack the venue has, and was asked for
   * @param kept the venue does not give back: they take part
   */
  public record Tally(int withdrawn, int askedBack, int kept) {}

  /** Whether it keeps bids from their venues now. */
  public boolean stands() {
    return release == null;
  }
}
