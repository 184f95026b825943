package energy.optibid.book.domain;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The quarter hours of a delivery day, on which blocks of all markets are laid: an hour is four of
 * them at the same power. For one thread.
 */
public final class BookGrid {
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int QUARTERS_PER_HOUR = 4;

  private final DeliveryDay day;
  private final List<DeliveryBlock> blocks;

  /** Where the blocks of other days lie: a zone's rules are asked once, not for every bid. */
  private final Map<DeliveryDay, List<int[]>> laid = new HashMap<>();

  public BookGrid(LocalDate date, ZoneId zone) {
    this.day = new DeliveryDay(date, zone, STEP);
    this.blocks = day.blocks();
  }

  public LocalDate date() {
    return day.date();
  }

  public ZoneId zone() {
    return day.zone();
  }

  /** How many there are: 96, or 92 and 100 where clocks change. */
  public int size() {
    return blocks.size();
  }

  /** When a block begins, the first being 0. */
  public Instant start(int index) {
    return blocks.get(index).start();
  }

  /** Which quarter of an ordinary day the clock on the wall shows as a block begins: 0 to 95. */
  int clockQuarter(int index) {
    LocalTime clock = start(index).atZone(day.zone()).toLocalTime();
    return clock.getHour() * QUARTERS_PER_HOUR + clock.getMinute() / (int) STEP.toMinutes();
  }

  /** The block as people read it: {@code block 41 (10:00–10:15)}, numbered from 1. */
  String name(int index) {
    LocalTime from = start(index).atZone(day.zone()).toLocalTime();
    return "block %d (%s–%s)".formatted(index + 1, from, from.plus(STEP));
  }

  /**
   * Where a block of some market lies; of one that reaches beyond the day only what is in it.
   *
   * @throws IllegalArgumentException if it is not made of quarter hours of this day
   */
  int[] covered(Instant start, Duration length) {
    Duration from = Duration.between(start(0), start);
    if (from.toSeconds() % STEP.toSeconds() != 0 || length.toSeconds() % STEP.toSeconds() != 0) {
      throw new IllegalArgumentException(start + " for " + length + " is no run of quarter hours");
    }
    int first = Math.toIntExact(from.dividedBy(STEP));
    int end = Math.toIntExact(from.plus(length).dividedBy(STEP));
    return IntStream.range(Math.max(0, first), Math.min(size(), end)).toArray();
  }

  /** Where a block of an auction's own day lies. */
  int[] covered(DeliveryDay other, int block) {
    return laid.computeIfAbsent(other, this::lay).get(block - 1);
  }

  private List<int[]> lay(DeliveryDay other) {
    return other.blocks().stream().map(block -> covered(block.start(), block.duration())).toList();
  }

  /**
   * Powers of some blocks of an auction's own day, laid on quarter hours.
   *
   * @param numbers of its blocks
   * @param megawatts mean power of each of them
   */
  public PowerSeries lay(DeliveryDay other, List<Integer> numbers, List<BigDecimal> megawatts) {
    BigDecimal[] powers = new BigDecimal[size()];
    for (int i = 0; i < numbers.size(); i++) {
      for (int index : covered(other, numbers.get(i))) {
        powers[index] = megawatts.get(i);
      }
    }
    return PowerSeries.of(powers);
  }

  /**
   * A series of equal steps over this very day, laid on quarter hours.
   *
   * @throws IllegalArgumentException if the day has no such steps
   */
  public PowerSeries spread(List<BigDecimal> steps) {
    if (steps.isEmpty() || size() % steps.size() != 0) {
      throw new IllegalArgumentException(steps.size() + " steps do not make " + date());
    }
    int each = size() / steps.size();
    return new PowerSeries(
        IntStream.range(0, size()).mapToObj(index -> steps.get(index / each)).toList());
  }
}
