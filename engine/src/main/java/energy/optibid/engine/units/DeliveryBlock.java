package energy.optibid.engine.units;

import java.time.Duration;
import java.time.Instant;

/**
 * One market time unit: the interval {@code [start, start + duration)} in which power is delivered.
 * With an area it keys a series; block numbers are derived from a {@link DeliveryDay}.
 */
public record DeliveryBlock(Instant start, Duration duration) implements Comparable<DeliveryBlock> {
  /**
   * @throws IllegalArgumentException if the duration is not a positive whole number of minutes
   */
  public DeliveryBlock {
    if (duration.isNegative() || duration.isZero() || duration.toNanos() % 60_000_000_000L != 0) {
      throw new IllegalArgumentException("a delivery block lasts whole minutes, not " + duration);
    }
  }

  /** The first instant after the block. */
  public Instant end() {
    return start.plus(duration);
  }

  @Override
  public int compareTo(DeliveryBlock other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : duration.compareTo(other.duration);
  }
}
