package energy.optibid.analytics.domain;

import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.DayFigures.PricedBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a day from its blocks and those of the days before.
 *
 * @param blocks in the order of time, from a week before the day to its end
 * @param zone of the market
 */
record DayFacts(List<BlockFact> blocks, LocalDate day, ZoneId zone) {
  static final int WEEK = 7;

  /**
   * Works them out.
   *
   * @param currency of the market
   * @param now a block that starts later has not begun
   */
  DayFigures of(String currency, Instant now) {
    List<BlockFact> today = days(0, 1);
    List<BlockFact> metered = today.stream().filter(block -> block.kilowatts() != null).toList();
    BigInteger energy = sum(metered, DayFacts::kilowattMinutes);
    BigInteger value = sum(metered, block -> kilowattMinutes(block).multiply(price(block)));
    return new DayFigures(
        day.atStartOfDay(zone).toOffsetDateTime(),
        currency,
        today.size(),
        priced(
            today.stream()
                .filter(block -> block.start() <= now.getEpochSecond())
                .reduce((earlier, later) -> later)),
        priced(today.stream().min(Comparator.comparingLong(BlockFact::price))),
        priced(today.stream().reduce((high, block) -> block.price() > high.price() ? block : high)),
        mean(today),
        Exact.deviation(changes(today)),
        Math.toIntExact(today.stream().filter(block -> block.price() < 0).count()),
        metered.isEmpty() ? null : Exact.energy(energy),
        energy.signum() == 0 ? null : Exact.price(value, energy),
        mean(days(-1, 0)),
        mean(days(-WEEK, 0)));
  }

  /** Blocks that start from so many days after the day, until before so many. */
  private List<BlockFact> days(int from, int to) {
    long first = day.plusDays(from).atStartOfDay(zone).toEpochSecond();
    long end = day.plusDays(to).atStartOfDay(zone).toEpochSecond();
    return blocks.stream().filter(block -> block.start() >= first && block.start() < end).toList();
  }

  private @Nullable PricedBlock priced(Optional<BlockFact> block) {
    return block
        .map(
            of ->
                new PricedBlock(
                    Instant.ofEpochSecond(of.start()).atZone(zone).toOffsetDateTime(),
                    of.minutes(),
                    Exact.price(of.price())))
        .orElse(null);
  }

  private static @Nullable BigDecimal mean(List<BlockFact> blocks) {
    if (blocks.isEmpty()) {
      return null;
    }
    return Exact.price(
        sum(blocks, block -> price(block).multiply(BigInteger.valueOf(block.minutes()))),
        sum(blocks, block -> BigInteger.valueOf(block.minutes())));
  }

  private static SumFacts changes(List<BlockFact> blocks) {
    SumFacts changes = new SumFacts(0, 0, BigInteger.ZERO, BigInteger.ZERO);
    for (int i = 1; i < blocks.size(); i++) {
      if (blocks.get(i - 1).end() == blocks.get(i).start()) {
        BigInteger change = BigInteger.valueOf(blocks.get(i).price() - blocks.get(i - 1).price());
        changes = changes.and(new SumFacts(0, 1, change, change.multiply(change)), 0);
      }
    }
    return changes;
  }

  private static BigInteger price(BlockFact block) {
    return BigInteger.valueOf(block.price());
  }

  private static BigInteger kilowattMinutes(BlockFact block) {
    Long kilowatts = block.kilowatts();
    return kilowatts == null
        ? BigInteger.ZERO
        : BigInteger.valueOf(kilowatts).multiply(BigInteger.valueOf(block.minutes()));
  }

  private static BigInteger sum(List<BlockFact> blocks, Function<BlockFact, BigInteger> of) {
    return blocks.stream().map(of).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
