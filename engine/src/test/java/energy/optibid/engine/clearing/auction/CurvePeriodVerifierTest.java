package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.Violation.Rule.BLOCK_LOSS;
import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.FILL_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A block among interpolated curves: for them it is one more curve, wanted at any price. */
class CurvePeriodVerifierTest {
  private static final Price ZERO = new Price(0);

  /** Curves from +50 at 0 to −50 at 100 in A, a step sale in B behind a narrow link. */
  private static Book book() {
    Book book =
        Book.hours(1, "A", "B")
            .curve(1, "a", "A", 0, 50, 100, -50)
            .sell(1, "s", "B", 10, 30)
            .link("L", "B", "A", 0, 20);
    return book.block(book.profile("k", "A", Side.SELL, 30, 1, 10));
  }

  /** The hour cleared as curves alone, the block's curve then left out again. */
  private static AuctionResult accepted(AuctionProblem problem) {
    Power ten = new Power(10_000);
    List<CurveOrder> curves = new ArrayList<>(problem.periods().get(0).curves());
    curves.add(new CurveOrder("k", "A", List.of(new CurveCorner(ZERO, ten.negated()))));
    curves.add(
        new CurveOrder(
            "s",
            "B",
            List.of(
                new CurveCorner(Book.euros(10), Power.ZERO),
                new CurveCorner(Book.euros(10), new Power(-30_000)))));
    ClearingResult split =
        CurveClearing.clear(
                new CurveProblem(
                    problem.periods().get(0).block(),
                    problem.zones(),
                    curves,
                    problem.periods().get(0).links(),
                    problem.rules(),
                    problem.tick()))
            .split();
    ClearingResult hour =
        new ClearingResult(
            split.zones().stream()
                .map(zone -> zone.zone().equals("A") ? without(zone, ten) : zone)
                .toList(),
            split.flows(),
            split.fills().stream().filter(fill -> !fill.orderId().equals("k")).toList(),
            split.welfare());
    long price = split.zone("A").price().tenThousandths();
    Price better = new Price(price - Book.euros(30).tenThousandths());
    BlockOutcome block =
        new BlockOutcome(
            "k",
            BlockDecision.ACCEPTED,
            Ratio.ONE,
            new TreeMap<>(java.util.Map.of(1, ten)),
            new Money(better.toBigDecimal().multiply(BigDecimal.TEN), Book.EUR),
            new Price(price),
            better);
    return new AuctionResult(
        List.of(hour),
        List.of(block),
        List.of(),
        new Money(hour.welfare().amount().subtract(BigDecimal.valueOf(300)), Book.EUR),
        new Search(Search.End.OPTIMAL, 1, Money.zero(Book.EUR)));
  }

  private static ZoneOutcome without(ZoneOutcome zone, Power sold) {
    return new ZoneOutcome(
        zone.zone(),
        zone.price(),
        zone.low(),
        zone.high(),
        zone.marginal(),
        zone.demand(),
        zone.supply().minus(sold),
        zone.netPosition().minus(sold));
  }

  @Test
  void curves_withAnAcceptedBlock_areRight() {
    AuctionProblem problem = book().problem();
    AuctionResult result = accepted(problem);
    // 20 come over the link and 10 from the block: the curve wants them at 20
    assertEquals(Book.euros(20), result.period(1).zone("A").price());
    assertEquals(Set.of(BLOCK_LOSS), rules(problem, result));
  }

  @Test
  void curves_whereTheBlockGains_nothingIsBroken() {
    Book book =
        Book.hours(1, "A", "B")
            .curve(1, "a", "A", 0, 70, 100, -30)
            .sell(1, "s", "B", 10, 30)
            .link("L", "B", "A", 0, 20);
    AuctionProblem problem = book.block(book.profile("k", "A", Side.SELL, 30, 1, 10)).problem();
    AuctionResult result = accepted(problem);
    assertEquals(Book.euros(40), result.period(1).zone("A").price());
    assertEquals(Set.of(), rules(problem, result));
    assertTrue(rules(problem, priced(result, 41)).contains(FILL_PRICE));
    assertTrue(rules(problem, Altered.withPeriod(result, 0, p -> unfilled(p))).contains(COMPLETE));
    assertTrue(
        rules(
                problem,
                Altered.withPeriod(
                    result,
                    0,
                    p ->
                        new ClearingResult(
                            p.zones(), p.flows(), p.fills(), p.welfare().plus(Book.money(1)))))
            .contains(STATEMENT));
  }

  @Test
  void curves_limitsAboveZero_anExchangeHasNoWelfare() {
    Book book =
        Book.hours(1, "A", "B")
            .limits(5, 200)
            .curve(1, "a", "A", 5, 65, 100, -30)
            .sell(1, "s", "B", 10, 30)
            .link("L", "B", "A", 0, 20)
            .export(1, "B", 5);
    AuctionProblem problem = book.problem();
    AuctionResult cleared = Auction.clear(problem, WorkBudget.DEFAULT);
    assertEquals(List.of(), AuctionVerifier.verify(problem, cleared));
  }

  private static ClearingResult unfilled(ClearingResult p) {
    return Altered.withFills(p, p.fills().subList(1, 2));
  }

  private static AuctionResult priced(AuctionResult result, long euros) {
    return Altered.withPeriod(
        result, 0, p -> Altered.priced(p, p.zone("A"), Book.euros(euros).tenThousandths()));
  }

  private static Set<Rule> rules(AuctionProblem problem, AuctionResult result) {
    return AuctionVerifier.verify(problem, result).stream()
        .map(Violation::rule)
        .collect(Collectors.toSet());
  }
}
