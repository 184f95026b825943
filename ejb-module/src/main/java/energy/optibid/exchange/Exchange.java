package energy.optibid.exchange;

import energy.optibid.market.AuctionScope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulated exchange as it stands now.
 *
 * @param scope shared by all, or one organisation's sandbox
 * @param firstDay the first delivery day it trades
 * @param nextEvent the first event whose work is not finished
 * @param version rises with every change of its clock; the entity tag
 */
public record Exchange(
    UUID id,
    String name,
    AuctionScope scope,
    LocalDate firstDay,
    ClockReading clock,
    @Nullable MarketEvent nextEvent,
    History history,
    OffsetDateTime createdAt,
    long version) {

  /**
   * What its clock shows.
   *
   * @param speed how many times faster than the wall clock; 1 where it is the wall clock
   * @param now the exchange's own time, in the market's zone
   */
  public record ClockReading(ClockMode mode, int speed, OffsetDateTime now) {}

  /**
   * The days before the first one that are cleared, or being cleared.
   *
   * @param days how many were asked for
   * @param cleared how many of them have prices
   * @param jobId the latest job that clears them
   */
  public record History(int days, int cleared, HistoryState state, @Nullable UUID jobId) {
    public static History of(int days, int cleared, @Nullable UUID jobId) {
      HistoryState state =
          days == 0
              ? HistoryState.NONE
              : cleared >= days ? HistoryState.DONE : HistoryState.RUNNING;
      return new History(days, cleared, state, jobId);
    }
  }

  /** How much of the past is there. */
  public enum HistoryState {
    NONE,
    RUNNING,
    DONE;

    /** Name in answers. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
