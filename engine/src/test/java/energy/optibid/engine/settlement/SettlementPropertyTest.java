package energy.optibid.engine.settlement;

import static energy.optibid.engine.settlement.IndianDays.n;
import static energy.optibid.engine.settlement.IndianDays.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class SettlementPropertyTest {
  private static final int BLOCKS = 96;

  /** A month of 96 blocks a day, of every kind of participant, equal to the paisa. */
  @Property(tries = 40)
  void randomMonths_equalTheSecondCalculation(
      @ForAll long seed, @ForAll Participant who, @ForAll @IntRange(max = 80) int monthsOn) {
    Random random = new Random(seed);
    LocalDate first = LocalDate.of(2024, 10, 1).plusMonths(monthsOn);
    BigDecimal capacity = BigDecimal.valueOf(random.nextInt(500_000), 3);
    BigDecimal contract =
        random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(900_000), 2) : null;
    for (int d = 0; d < first.lengthOfMonth(); d++) {
      LocalDate day = first.plusDays(d);
      List<BlockInput> blocks = new ArrayList<>();
      BigDecimal expected = BigDecimal.ZERO;
      BigDecimal fees = BigDecimal.ZERO;
      for (int b = 1; b <= BLOCKS; b++) {
        BlockInput block = block(random, who, b);
        blocks.add(block);
        for (Trade trade : block.trades()) {
          BigDecimal[] amounts = SecondCalculation.trade(trade.quantityMwh(), trade.price());
          fees = fees.add(amounts[1]).add(amounts[2]);
          expected = expected.add(amounts[0]).add(amounts[1]).add(amounts[2]);
        }
        expected = expected.add(second(who, day, block, capacity, contract));
      }
      expected = expected.add(SecondCalculation.dayFees(fees));
      AssetDayStatement statement =
          Settlement.of(
              new AssetDay(
                  IndianDays.on(day),
                  terms(who, capacity.toPlainString(), text(contract)),
                  Map.of("iex-dam", n("20")),
                  blocks));
      assertEquals(0, expected.compareTo(statement.total()), day + ": " + statement.total());
      assertTrue(statement.missing().isEmpty());
    }
  }

  @Property(tries = 200)
  void linesAddUpToTheStatement(@ForAll long seed, @ForAll Participant who) {
    Random random = new Random(seed);
    AssetDayStatement statement = settle(who, block(random, who, 1), block(random, who, 2));
    BigDecimal byKind =
        statement.totals().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, byKind.compareTo(statement.total()));
    BigDecimal parts =
        statement.lines().stream()
            .filter(line -> line.kind().isDeviation())
            .map(StatementLine::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal deviation =
        statement.deviations().stream()
            .map(BlockDeviation::deviationMwh)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, parts.compareTo(deviation), "the bands cover the deviation");
    statement.lines().forEach(line -> assertEquals(2, line.amount().scale()));
  }

  /** Buying what was sold, at the same price, is the same money the other way. */
  @Property
  void energy_isSymmetricInItsSign(
      @ForAll @LongRange(min = 1, max = 10_000_000) long kilowattHours,
      @ForAll @LongRange(max = 100_000_000) long price) {
    BigDecimal quantity = BigDecimal.valueOf(kilowattHours, 3);
    BigDecimal perMwh = BigDecimal.valueOf(price, 4);
    BigDecimal bought = energy(quantity, perMwh);
    BigDecimal sold = energy(quantity.negate(), perMwh);
    assertEquals(0, bought.negate().compareTo(sold));
  }

  /** A kilowatt-hour across a limit moves the charge by no more than the dearest rate of it. */
  @Property
  void charge_isContinuousAtBandEdges(
      @ForAll Participant who,
      @ForAll @IntRange(min = 1, max = 400) int scheduled,
      @ForAll @IntRange(min = 0, max = 1) int limit,
      @ForAll boolean over) {
    BigDecimal s = BigDecimal.valueOf(who == Participant.BUYER ? -scheduled : scheduled);
    BigDecimal share = n(limit == 0 ? "0.10" : "0.15");
    BigDecimal edge = s.abs().multiply(share).min(n(limit == 0 ? "25" : "37.5"));
    BigDecimal step = n("0.001");
    BigDecimal inside = at(who, s, over ? s.add(edge) : s.subtract(edge));
    BigDecimal outside = at(who, s, over ? s.add(edge).add(step) : s.subtract(edge).subtract(step));
    BigDecimal dearest = n("1000").multiply(n("2")).multiply(step).add(n("0.03"));
    assertTrue(inside.subtract(outside).abs().compareTo(dearest) <= 0);
  }

  private static BigDecimal at(Participant who, BigDecimal scheduled, BigDecimal actual) {
    return settle(
            who,
            new BlockInput(
                1,
                List.of(),
                scheduled,
                actual,
                n("50"),
                new NormalRateParts(n("1000"), null, null)))
        .total();
  }

  private static AssetDayStatement settle(Participant who, BlockInput... blocks) {
    return IndianDays.settle(IndianDays.FROM_APRIL, terms(who, "40", null), blocks);
  }

  private static BigDecimal energy(BigDecimal quantity, BigDecimal price) {
    AssetDayStatement statement =
        settle(
            Participant.GENERAL_SELLER,
            new BlockInput(
                1,
                List.of(new Trade("iex-dam", quantity, price)),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                NormalRateParts.UNKNOWN));
    return known(statement.totals().get(LineKind.ENERGY));
  }

  private static BlockInput block(Random random, Participant who, int number) {
    BigDecimal scheduled =
        random.nextInt(10) == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(
                random.nextInt(who == Participant.STORAGE ? 400_000 : 200_000)
                    - (who == Participant.STORAGE ? 200_000L : 0),
                3);
    if (who == Participant.BUYER) {
      scheduled = scheduled.negate();
    }
    BigDecimal off = BigDecimal.valueOf(random.nextInt(60_000) - 30_000L, 3);
    return new BlockInput(
        number,
        List.of(
            new Trade(
                "iex-dam",
                BigDecimal.valueOf(random.nextInt(200_000) - 100_000L, 3),
                BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2))),
        scheduled,
        scheduled.add(off),
        BigDecimal.valueOf(49_800 + random.nextInt(400), 3),
        new NormalRateParts(price(random), price(random), price(random)));
  }

  private static BigDecimal price(Random random) {
    return BigDecimal.valueOf(random.nextInt(1_000_000), 2);
  }

  private static BigDecimal second(
      Participant who,
      LocalDate day,
      BlockInput block,
      BigDecimal capacity,
      @Nullable BigDecimal contract) {
    NormalRateParts parts = block.normalRate();
    return SecondCalculation.deviation(
        who,
        day,
        block.scheduledMwh(),
        known(block.actualMwh()),
        capacity,
        contract,
        known(block.frequencyHz()),
        known(parts.dayAhead()),
        known(parts.realTime()),
        known(parts.ancillary()));
  }

  private static BigDecimal known(@Nullable BigDecimal value) {
    return Objects.requireNonNull(value);
  }

  private static @Nullable String text(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
