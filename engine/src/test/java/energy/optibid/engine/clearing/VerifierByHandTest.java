package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Draft.At;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults so small or so rare that random spoiling seldom makes them. */
class VerifierByHandTest {
  @Test
  void lot_toTheLaterOfTwoEqualClaims_isNamed() {
    ClearingProblem problem =
        Problems.zones("N")
            .buy("b", "N", 100, 3)
            .sell("s1", "N", 40, 5)
            .sell("s2", "N", 40, 5)
            .problem();
    assertBroken(Set.of(), problem, 0);
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s1", "s2");
  }

  @Test
  void lot_toASmallerRemainder_isNamed() {
    // shares 2.94, 2.94, 4.12: a lot more for s3 is within a lot of its share
    ClearingProblem problem =
        Problems.zones("N")
            .buy("b", "N", 100, 10)
            .sell("s1", "N", 40, 5)
            .sell("s2", "N", 40, 5)
            .sell("s3", "N", 40, 7)
            .problem();
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s1", "s3");
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s1", "s2");
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s3", "s1");
  }

  @Test
  void lot_offAShareByALotExactly_isNamed() {
    ClearingProblem problem =
        Problems.zones("N")
            .buy("b", "N", 100, 4)
            .sell("s1", "N", 40, 4)
            .sell("s2", "N", 40, 4)
            .problem();
    assertBroken(Set.of(), problem, 0);
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s1", "s2");
    assertBroken(Set.of(Rule.PRO_RATA), problem, 1, "s2", "s1");
  }

  @Test
  void offer_leftAtABordersPrice_isNamed() {
    ClearingProblem buys =
        Problems.zones("N").border("F", 55).buy("b", "N", 55, 2).link("F", "N", 9, 9).problem();
    ClearingProblem sells =
        Problems.zones("N").border("F", 55).sell("s", "N", 55, 2).link("F", "N", 9, 9).problem();
    assertEquals(2, Clearing.clear(buys).fill("b").accepted().kilowatts());
    assertBrokenByLessTrade(buys, -1);
    assertBrokenByLessTrade(sells, 1);
  }

  private static void assertBrokenByLessTrade(ClearingProblem problem, long flow) {
    Draft draft = new Draft(problem, Clearing.clear(problem));
    At at = draft.steps(Draft::accepted).get(0);
    draft.accept(at, -1);
    draft.flow(problem.links().get(0).id(), flow);
    Set<Rule> broken = rules(problem, draft.written());
    assertEquals(Set.of(Rule.VOLUME, Rule.STATEMENT), broken);
  }

  /** Two zones behind a full line, a price limit and a step at the price. */
  private static ClearingProblem split() {
    return Problems.zones("N", "S")
        .buy("b", "N", 900, 100)
        .sell("n", "N", 80, 200)
        .sell("s", "S", 20, 200)
        .link("N", "S", 60, 500)
        .problem();
  }

  @Test
  void zone_itsSums_areThoseOfItsOrders() {
    assertMisstated(zone(z -> sums(z, 1, 0, 0)));
    assertMisstated(zone(z -> sums(z, 0, 1, 0)));
    assertMisstated(zone(z -> sums(z, 0, 0, 1)));
  }

  @Test
  void step_itsReason_followsFromThePrice() {
    for (String order : List.of("b", "n", "s")) {
      for (FillReason reason : FillReason.values()) {
        assertMisstated(
            result ->
                new ClearingResult(
                    result.zones(),
                    result.flows(),
                    result.fills().stream()
                        .map(fill -> fill.orderId().equals(order) ? reasoned(fill, reason) : fill)
                        .toList(),
                    result.welfare()),
            Clearing.clear(split()).fill(order).steps().get(0).reason() != reason);
      }
    }
  }

  @Test
  void flow_saysWhetherItBindsAndWhatThatIsWorth() {
    assertMisstated(flow(f -> flow(f, false, f.shadowPrice().tenThousandths())));
    assertMisstated(flow(f -> flow(f, true, f.shadowPrice().tenThousandths() + 1)));
  }

  @Test
  void result_listsEachZoneLinkAndOrderOnce() {
    ClearingResult right = Clearing.clear(split());
    for (ClearingResult wrong :
        List.of(
            new ClearingResult(right.zones(), List.of(), right.fills(), right.welfare()),
            new ClearingResult(
                right.zones(), right.flows(), right.fills().subList(0, 2), right.welfare()),
            new ClearingResult(right.zones(), right.flows(), twice(right.fills()), right.welfare()),
            new ClearingResult(twice(right.zones()), right.flows(), right.fills(), right.welfare()),
            new ClearingResult(
                right.zones(), twice(right.flows()), right.fills(), right.welfare()))) {
      assertEquals(Set.of(Rule.COMPLETE), rules(split(), wrong));
    }
  }

  private static <T> List<T> twice(List<T> items) {
    return Stream.concat(items.stream(), items.stream()).toList();
  }

  @Test
  void flow_isAWholeNumberOfLots() {
    ClearingProblem problem =
        Problems.zones("N", "S")
            .lot(100)
            .buy("b", "N", 900, 3)
            .sell("s", "S", 20, 9)
            .link("S", "N", 0, 9)
            .problem();
    Draft draft = new Draft(problem, Clearing.clear(problem));
    draft.flow(problem.links().get(0).id(), 1);
    assertTrue(rules(problem, draft.written()).contains(Rule.LOT));
  }

  private static UnaryOperator<ClearingResult> zone(UnaryOperator<ZoneOutcome> change) {
    return result ->
        new ClearingResult(
            result.zones().stream().map(change).toList(),
            result.flows(),
            result.fills(),
            result.welfare());
  }

  private static UnaryOperator<ClearingResult> flow(UnaryOperator<LinkFlow> change) {
    return result ->
        new ClearingResult(
            result.zones(),
            result.flows().stream().map(change).toList(),
            result.fills(),
            result.welfare());
  }

  private static ZoneOutcome sums(ZoneOutcome z, long demand, long supply, long net) {
    return new ZoneOutcome(
        z.zone(),
        z.price(),
        z.low(),
        z.high(),
        z.marginal(),
        z.demand().plus(new Power(demand)),
        z.supply().plus(new Power(supply)),
        z.netPosition().plus(new Power(net)));
  }

  private static OrderFill reasoned(OrderFill fill, FillReason reason) {
    StepFill step = fill.steps().get(0);
    return new OrderFill(
        fill.orderId(),
        fill.zone(),
        fill.side(),
        List.of(new StepFill(step.price(), step.offered(), step.accepted(), reason)));
  }

  private static LinkFlow flow(LinkFlow f, boolean binding, long shadowPrice) {
    return new LinkFlow(f.linkId(), f.from(), f.to(), f.flow(), binding, new Price(shadowPrice));
  }

  private static void assertMisstated(UnaryOperator<ClearingResult> change) {
    assertMisstated(change, true);
  }

  private static void assertMisstated(UnaryOperator<ClearingResult> change, boolean expected) {
    ClearingProblem problem = split();
    assertEquals(
        expected ? Set.of(Rule.STATEMENT) : Set.of(),
        rules(problem, change.apply(Clearing.clear(problem))));
  }

  /** Lots moved from one order to another break exactly these rules. */
  private static void assertBroken(
      Set<Rule> expected, ClearingProblem problem, long lots, String... fromAndTo) {
    Draft draft = new Draft(problem, Clearing.clear(problem));
    if (lots != 0) {
      draft.accept(step(draft, fromAndTo[0]), -lots);
      draft.accept(step(draft, fromAndTo[1]), lots);
    }
    assertEquals(expected, rules(problem, draft.written()));
  }

  private static At step(Draft draft, String order) {
    return draft.steps(at -> at.fill().orderId().equals(order)).get(0);
  }

  private static Set<Rule> rules(ClearingProblem problem, ClearingResult result) {
    return ClearingVerifier.verify(problem, result).stream()
        .map(Violation::rule)
        .collect(Collectors.toSet());
  }
}
