package energy.optibid.engine.units;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * A calendar day of a market's own time zone, cut into equal blocks. Where clocks change it is 23
 * or 25 hours long, hence 92 or 100 quarter hours instead of 96.
 */
public record DeliveryDay(LocalDate date, ZoneId zone, Duration blockDuration) {
  /**
   * @throws IllegalArgumentException if the day is not a whole number of blocks
   */
  public DeliveryDay {
    if (blockDuration.isNegative()
        || blockDuration.isZero()
        || length(date, zone).toNanos() % blockDuration.toNanos() != 0) {
      throw new IllegalArgumentException(
          date + " in " + zone + " is not a whole number of blocks of " + blockDuration);
    }
  }

  /** Midnight at the start of the day, or the first instant that exists. */
  public Instant start() {
    return date.atStartOfDay(zone).toInstant();
  }

  /** The first instant of the next day. */
  public Instant end() {
    return date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  public int blockCount() {
    return Math.toIntExact(length(date, zone).dividedBy(blockDuration));
  }

  /** All blocks in order; block number n is at index n − 1. */
  public List<DeliveryBlock> blocks() {
    return LongStream.range(0, blockCount())
        .mapToObj(
            i -> new DeliveryBlock(start().plus(blockDuration.multipliedBy(i)), blockDuration))
        .toList();
  }

  /**
   * The block with a number from 1 to {@link #blockCount()}.
   *
   * @throws IndexOutOfBoundsException if the day has no such block
   */
  public DeliveryBlock block(int number) {
    if (number < 1 || number > blockCount()) {
      throw new IndexOutOfBoundsException(
          date + " in " + zone + " has blocks 1 to " + blockCount() + ", not " + number);
    }
    return new DeliveryBlock(start().plus(blockDuration.multipliedBy(number - 1L)), blockDuration);
  }

  /** The number of the block that contains an instant; empty outside the day. */
  public OptionalInt numberOf(Instant instant) {
    if (instant.isBefore(start()) || !instant.isBefore(end())) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        Math.toIntExact(Duration.between(start(), instant).dividedBy(blockDuration)) + 1);
  }

  private static Duration length(LocalDate date, ZoneId zone) {
    return Duration.between(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
