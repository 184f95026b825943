package energy.optibid.clearing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay of an auction: its latest run cleared again with other own bids.
 *
 * @param runId the run it starts from
 * @param sweep null where none was asked for
 */
public record Replay(
    UUID id,
    UUID auctionId,
    UUID runId,
    OffsetDateTime createdAt,
    UUID createdBy,
    ReplayRequest request,
    ReplayOutcome outcome,
    @Nullable SweepOutcome sweep) {

  /**
   * A sweep as far as it is.
   *
   * @param jobId the job that does it, which can be followed and cancelled
   * @param state of the job
   * @param points in order; empty until the job has succeeded
   */
  public record SweepOutcome(UUID jobId, String state, List<SweepPoint> points) {
    public SweepOutcome {
      points = List.copyOf(points);
    }
  }

  /**
   * One point of a sweep.
   *
   * @param value MW or price per MWh
   * @param energyMwh what the bid sells with its curve and block orders; negative for a purchase
   * @param revenue what it is paid, rounded as awards are; receiving positive
   * @param price mean of its area's prices over the blocks that what is moved stands in
   */
  public record SweepPoint(
      BigDecimal value, BigDecimal energyMwh, BigDecimal revenue, BigDecimal price) {}
}
