package energy.optibid.exchange.domain;

import energy.optibid.exchange.ClockMode;
import energy.optibid.metering.SimulatedMeters.Simulation;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as it is kept.
 *
 * @param organizationId null for the shared one
 * @param seed of the simulation
 * @param plannedThrough the last delivery day whose auctions exist
 * @param historyDays days before the first one that were asked for
 */
public record ExchangeState(
    UUID id,
    @Nullable UUID organizationId,
    String name,
    long seed,
    LocalDate firstDay,
    LocalDate plannedThrough,
    MarketClock clock,
    int historyDays,
    int historyCleared,
    @Nullable UUID historyJobId,
    @Nullable OffsetDateTime endedAt,
    OffsetDateTime createdAt,
    long version) {
  /** Where its days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  /** The grid whose assets trade on it. */
  private static final String GRID = "in";

  /** What its meters are read by. */
  public Simulation simulation() {
    return new Simulation(
        id, organizationId == null ? null : new OrganizationId(organizationId), GRID, seed);
  }

  public boolean isShared() {
    return organizationId == null;
  }

  /** Refuses unless its clock is the caller's to move. */
  public void requireOwnClock() {
    if (isShared()) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN,
          "The shared exchange lives by the wall clock; make a sandbox to move time.");
    }
    if (endedAt != null) {
      throw new ProblemException(ProblemCode.ILLEGAL_TRANSITION, "This sandbox has ended.");
    }
  }

  /** Refuses with {@code precondition_failed} unless it is the version the caller saw. */
  public void requireVersion(long expected) {
    if (version != expected) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "The exchange is at version " + version + " now, not " + expected + ".");
    }
  }

  /**
   * What its clock shows: a sandbox's never passes an event whose work is unfinished.
   *
   * @param nextDue when the first unfinished event is due; null if there is none
   */
  public Instant shows(Instant wall, @Nullable Instant nextDue) {
    Instant now = clock.now(wall);
    return clock.mode() != ClockMode.WALL && nextDue != null && nextDue.isBefore(now)
        ? nextDue
        : now;
  }
}
