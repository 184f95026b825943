package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClearingPropertiesTest {
  @Property(tries = 1000)
  void clear_tinyMeshedProblems_equalsExhaustiveSearch(@ForAll long seed) {
    ClearingProblem problem = Problems.random(seed, 3, 3, 3);
    Optional<ExhaustiveSearch.Score> best = ExhaustiveSearch.best(problem);
    Optional<ClearingResult> cleared = tryToClear(problem);
    assertEquals(best.isPresent(), cleared.isPresent());
    if (cleared.isPresent()) {
      ExhaustiveSearch.Score found = ExhaustiveSearch.of(problem, cleared.get());
      assertEquals(best.get().withoutUse(), found.withoutUse());
      // where the last lot may go to either of two zones, flows are the best for the one chosen
      assertEquals(ExhaustiveSearch.bestWithPositionsOf(problem, cleared.get()), found);
    }
  }

  @Property(tries = 500)
  void clear_meshedProblems_verifierIsSilent(@ForAll long seed) {
    ClearingProblem problem = Problems.random(seed, 13, 24, 5000);
    Optional<ClearingResult> result = tryToClear(problem);
    Assume.that(result.isPresent());
    assertEquals(List.of(), ClearingVerifier.verify(problem, result.orElseThrow()));
  }

  @Property(tries = 500)
  void clear_anyInputOrder_sameResult(@ForAll long seed) {
    ClearingProblem problem = Problems.random(seed, 6, 9, 50);
    Random random = new Random(seed);
    ClearingProblem shuffled =
        new ClearingProblem(
            problem.block(),
            shuffled(problem.zones(), random),
            shuffled(problem.orders(), random),
            shuffled(problem.links(), random),
            shuffled(problem.exchanges(), random),
            shuffled(problem.borders(), random),
            problem.rules());
    assertEquals(tryToClear(problem), tryToClear(shuffled));
  }

  @Property(tries = 500)
  void clear_scaledPrices_sameAllocationScaledPricesAndWelfare(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 1000) int factor) {
    ClearingProblem problem = lowestTie(Problems.random(seed, 6, 9, 50));
    Optional<ClearingResult> result = tryToClear(problem);
    Assume.that(result.isPresent());
    UnaryOperator<Price> times = price -> new Price(price.tenThousandths() * factor);
    ClearingResult scaled = Clearing.clear(scaled(problem, times, power -> power));
    for (ZoneOutcome zone : result.orElseThrow().zones()) {
      ZoneOutcome same = scaled.zone(zone.zone());
      assertEquals(times.apply(zone.price()), same.price());
      assertEquals(times.apply(zone.low()), same.low());
      assertEquals(times.apply(zone.high()), same.high());
      assertEquals(zone.netPosition(), same.netPosition());
    }
    assertEquals(accepted(result.orElseThrow()), accepted(scaled));
    assertTimes(factor, result.orElseThrow().welfare(), scaled.welfare());
  }

  @Property(tries = 500)
  void clear_scaledQuantities_samePricesScaledWelfare(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 1000) int factor) {
    ClearingProblem problem = Problems.random(seed, 6, 9, 50);
    Optional<ClearingResult> result = tryToClear(problem);
    Assume.that(result.isPresent());
    ClearingResult scaled =
        Clearing.clear(
            scaled(problem, price -> price, power -> new Power(power.kilowatts() * factor)));
    for (ZoneOutcome zone : result.orElseThrow().zones()) {
      assertEquals(zone.low(), scaled.zone(zone.zone()).low());
      assertEquals(zone.high(), scaled.zone(zone.zone()).high());
      assertEquals(zone.price(), scaled.zone(zone.zone()).price());
    }
    assertTimes(factor, result.orElseThrow().welfare(), scaled.welfare());
  }

  @Property(tries = 200)
  void interval_betweenItsEnds_supports_justOutside_doesNot(@ForAll long seed) {
    ClearingProblem problem = Problems.random(seed, 6, 9, 50);
    Optional<ClearingResult> cleared = tryToClear(problem);
    Assume.that(cleared.isPresent());
    ClearingResult result = cleared.orElseThrow();
    for (int part = 0; part <= 4; part++) {
      int quarter = part;
      List<Violation.Rule> broken =
          rulesBroken(
              problem,
              withPrices(
                  result,
                  zone -> {
                    long low = zone.low().tenThousandths();
                    long width = zone.high().tenThousandths() - low;
                    return new Price(low + Math.floorDiv(width * quarter, 4));
                  }));
      // both ends floor the same way, so a mixture keeps equal prices equal and order in order
      assertFalse(broken.contains(Violation.Rule.FILL_PRICE), "part " + part);
      assertFalse(broken.contains(Violation.Rule.FLOW_PRICE), "part " + part);
    }
    for (ZoneOutcome zone : result.zones()) {
      if (zone.high().compareTo(problem.rules().cap()) < 0) {
        assertTrue(breaksPrices(problem, result, zone, zone.high().tenThousandths() + 1));
      }
      if (zone.low().compareTo(problem.rules().floor()) > 0) {
        assertTrue(breaksPrices(problem, result, zone, zone.low().tenThousandths() - 1));
      }
    }
  }

  @Property(tries = 500)
  void welfare_isAtLeastThatOfRandomFeasibleAllocations(@ForAll long seed) {
    ClearingProblem problem = Problems.random(seed, 5, 8, 20);
    Optional<ClearingResult> cleared = tryToClear(problem);
    Assume.that(cleared.isPresent());
    BigDecimal best = cleared.orElseThrow().welfare().amount();
    for (int i = 0; i < 20; i++) {
      Optional<BigDecimal> other = RandomAllocation.welfare(problem, new Random(seed + i));
      assertTrue(other.isEmpty() || other.get().compareTo(best) <= 0);
    }
  }

  private static boolean breaksPrices(
      ClearingProblem problem, ClearingResult result, ZoneOutcome moved, long price) {
    // the whole vector moves as little as it must: zones whose prices would have to follow do
    ClearingResult changed =
        withPrices(
            result,
            zone -> {
              boolean follows =
                  price > moved.high().tenThousandths()
                      ? zone.high().compareTo(moved.high()) >= 0
                      : zone.low().compareTo(moved.low()) <= 0;
              Price end = price > moved.high().tenThousandths() ? zone.high() : zone.low();
              long change = price > moved.high().tenThousandths() ? 1 : -1;
              return zone.zone().equals(moved.zone()) || follows
                  ? new Price(end.tenThousandths() + change)
                  : end;
            });
    List<Violation.Rule> broken = rulesBroken(problem, changed);
    return broken.contains(Violation.Rule.FILL_PRICE) || broken.contains(Violation.Rule.FLOW_PRICE);
  }

  private static List<Violation.Rule> rulesBroken(ClearingProblem problem, ClearingResult result) {
    return ClearingVerifier.verify(problem, result).stream().map(Violation::rule).toList();
  }

  private static ClearingResult withPrices(
      ClearingResult result, Function<ZoneOutcome, Price> price) {
    List<ZoneOutcome> zones = new ArrayList<>();
    for (ZoneOutcome zone : result.zones()) {
      zones.add(
          new ZoneOutcome(
              zone.zone(),
              price.apply(zone),
              zone.low(),
              zone.high(),
              zone.marginal(),
              zone.demand(),
              zone.supply(),
              zone.netPosition()));
    }
    return new ClearingResult(zones, result.flows(), result.fills(), result.welfare());
  }

  private static List<Power> accepted(ClearingResult result) {
    return result.fills().stream()
        .flatMap(fill -> fill.steps().stream())
        .map(StepFill::accepted)
        .toList();
  }

  private static void assertTimes(int factor, Money one, Money many) {
    assertEquals(0, one.amount().multiply(BigDecimal.valueOf(factor)).compareTo(many.amount()));
  }

  /** The middle of an interval is rounded down, which does not scale; its ends do. */
  private static ClearingProblem lowestTie(ClearingProblem problem) {
    ClearingRules rules = problem.rules();
    return new ClearingProblem(
        problem.block(),
        problem.zones(),
        problem.orders(),
        problem.links(),
        problem.exchanges(),
        problem.borders(),
        new ClearingRules(
            rules.currency(), rules.floor(), rules.cap(), rules.lot(), TiePrice.LOWEST));
  }

  private static ClearingProblem scaled(
      ClearingProblem problem, UnaryOperator<Price> price, UnaryOperator<Power> power) {
    ClearingRules rules = problem.rules();
    return new ClearingProblem(
        problem.block(),
        problem.zones(),
        problem.orders().stream()
            .map(
                order ->
                    new Order(
                        order.id(),
                        order.zone(),
                        order.side(),
                        order.steps().stream()
                            .map(
                                step ->
                                    new Step(
                                        price.apply(step.price()), power.apply(step.quantity())))
                            .toList()))
            .toList(),
        problem.links().stream()
            .map(
                link ->
                    new Link(
                        link.id(),
                        link.from(),
                        link.to(),
                        power.apply(link.reverseCapacity()),
                        power.apply(link.forwardCapacity())))
            .toList(),
        problem.exchanges().stream()
            .map(x -> new ExternalExchange(x.zone(), x.externalZone(), power.apply(x.export())))
            .toList(),
        problem.borders().stream()
            .map(border -> new BorderNode(border.id(), price.apply(border.price())))
            .toList(),
        new ClearingRules(
            rules.currency(),
            price.apply(rules.floor()),
            price.apply(rules.cap()),
            rules.lot(),
            rules.tie()));
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static Optional<ClearingResult> tryToClear(ClearingProblem problem) {
    try {
      return Optional.of(Clearing.clear(problem));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }
}
