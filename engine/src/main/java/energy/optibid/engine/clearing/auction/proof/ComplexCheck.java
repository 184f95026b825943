package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.LOAD_GRADIENT;
import static energy.optibid.engine.clearing.Violation.Rule.MINIMUM_INCOME;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;

import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.clearing.auction.ComplexOrder.MinimumIncome;
import energy.optibid.engine.clearing.auction.ComplexOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether complex orders earn what they must and change their power as they can. */
final class ComplexCheck {
  private ComplexCheck() {}

  static void check(AuctionClaim claim) {
    for (ComplexOrder order : claim.problem.complexes()) {
      statement(claim, order);
      if (claim.active(order.id())) {
        if (missesIncome(claim, order, claim::price)) {
          claim.broken(
              MINIMUM_INCOME,
              order.id(),
              "it stays with %s of %s",
              claim.complex(order.id()).income(),
              claim.complex(order.id()).required());
        }
        order.gradient().ifPresent(gradient -> gradient(claim, order, gradient.kilowatts()));
      } else if (order.income().isEmpty()) {
        claim.broken(MINIMUM_INCOME, order.id(), "it left though nothing was to be earned");
      }
    }
  }

  /** What an order that left says it needed is not looked at: it accepted no power to count. */
  private static void statement(AuctionClaim claim, ComplexOrder order) {
    ComplexOutcome outcome = claim.complex(order.id());
    if (!outcome.active()) {
      if (outcome.income().amount().signum() != 0) {
        claim.broken(STATEMENT, order.id(), "it left but is paid %s", outcome.income());
      }
      return;
    }
    Money required = outcome.required();
    BigDecimal fixed = fixed(order);
    Money variable = new Money(required.amount().subtract(fixed), required.currency());
    if (!claim.states(outcome.income(), income(claim, order, claim::price))
        || !claim.states(variable, variable(claim, order))) {
      claim.broken(
          STATEMENT,
          order.id(),
          "it is not paid %s or does not need %s",
          outcome.income(),
          required);
    }
  }

  /** Whether an order that stayed earns too little at some prices. */
  static boolean missesIncome(AuctionClaim claim, ComplexOrder order, AuctionClaim.Prices prices) {
    if (order.income().isEmpty() || !claim.active(order.id())) {
      return false;
    }
    BigInteger earned = income(claim, order, prices).subtract(variable(claim, order));
    return new BigDecimal(earned).compareTo(fixed(order).multiply(AuctionClaim.GRAINS)) < 0;
  }

  private static BigDecimal fixed(ComplexOrder order) {
    return order.income().map(income -> income.fixed().amount()).orElse(BigDecimal.ZERO);
  }

  private static BigInteger income(
      AuctionClaim claim, ComplexOrder order, AuctionClaim.Prices prices) {
    BigInteger sum = BigInteger.ZERO;
    for (int period = 1; period <= claim.periods(); period++) {
      long price = prices.at(order.zone(), period);
      sum = sum.add(claim.grains(price, accepted(claim, order, period), period));
    }
    return sum;
  }

  private static BigInteger variable(AuctionClaim claim, ComplexOrder order) {
    if (order.income().isEmpty()) {
      return BigInteger.ZERO;
    }
    BigInteger sum = BigInteger.ZERO;
    for (int period = 1; period <= claim.periods(); period++) {
      for (StepFill step : steps(claim, order, period)) {
        long perEnergy =
            order.income().flatMap(MinimumIncome::variable).orElse(step.price()).tenThousandths();
        sum = sum.add(claim.grains(perEnergy, step.accepted().kilowatts(), period));
      }
    }
    return sum;
  }

  private static List<StepFill> steps(AuctionClaim claim, ComplexOrder order, int period) {
    return claim.fill(order.id(), period).map(OrderFill::steps).orElse(List.of());
  }

  private static long accepted(AuctionClaim claim, ComplexOrder order, int period) {
    return claim.fill(order.id(), period).map(OrderFill::accepted).orElse(Power.ZERO).kilowatts();
  }

  /**
   * The limit from each period to the next, periods without steps being at rest; and no other power
   * within it would gain more at the prices, by more than one unit of price on all that is offered.
   */
  private static void gradient(AuctionClaim claim, ComplexOrder order, long gradient) {
    ConcaveValue best = ConcaveValue.nothing(0, 0);
    BigInteger gained = BigInteger.ZERO;
    BigInteger unit = BigInteger.ZERO;
    for (int period = 1; period <= claim.periods(); period++) {
      long here = accepted(claim, order, period);
      if (period > 1) {
        long before = accepted(claim, order, period - 1);
        if (Math.abs(here - before) > gradient) {
          claim.broken(
              LOAD_GRADIENT,
              order.id(),
              "from %d kW to %d kW in period %d; at most %d kW",
              before,
              here,
              period,
              gradient);
          return;
        }
      }
      ConcaveValue gain = gain(claim, order, period);
      best = period == 1 ? gain : best.spread(gradient).plus(gain);
      for (StepFill step : steps(claim, order, period)) {
        long better = claim.price(order.zone(), period) - step.price().tenThousandths();
        gained = gained.add(claim.grains(better, step.accepted().kilowatts(), period));
        unit = unit.add(claim.grains(1, step.offered().kilowatts(), period));
      }
    }
    BigInteger missed = best.greatest().subtract(gained);
    if (missed.compareTo(unit) > 0) {
      claim.broken(
          LOAD_GRADIENT, order.id(), "it could gain %s grains more at these prices", missed);
    }
  }

  /** What its power gains in a period: the cheapest steps first. */
  private static ConcaveValue gain(AuctionClaim claim, ComplexOrder order, int period) {
    List<ConcaveValue.Part> parts = new ArrayList<>();
    order.steps().getOrDefault(period, List.of()).stream()
        .sorted(Comparator.comparing(Step::price))
        .forEach(
            step -> {
              long better = claim.price(order.zone(), period) - step.price().tenThousandths();
              parts.add(
                  new ConcaveValue.Part(
                      step.quantity().kilowatts(), claim.grains(better, 1, period)));
            });
    return new ConcaveValue(0, BigInteger.ZERO, parts);
  }
}
