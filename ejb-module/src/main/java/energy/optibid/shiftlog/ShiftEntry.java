package energy.optibid.shiftlog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the shift log.
 *
 * @param corrects the entry this one corrects
 * @param correctedBy the newest entry that corrects this one
 * @param acknowledgement who took the hand-over; null while nobody did, and for other kinds
 */
public record ShiftEntry(
    UUID id,
    Instant at,
    Person author,
    Kind kind,
    String text,
    @Nullable UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId,
    @Nullable UUID corrects,
    @Nullable UUID correctedBy,
    boolean pinned,
    @Nullable Acknowledgement acknowledgement) {

  /** What an entry is. */
  public enum Kind {
    NOTE,
    /** For the next shift, which acknowledges it. */
    HANDOVER,
    CORRECTION
  }

  /**
   * @param name as others see it
   */
  public record Person(UUID id, String name) {}

  /** Who took a hand-over, and when. */
  public record Acknowledgement(Person by, Instant at) {}
}
