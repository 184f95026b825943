package energy.optibid.engine.clearing.auction;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole prices that support cleared hours and let nobody lose, by an integer programme over the
 * intervals and open links of lossless networks; the tie rule's prices where they do.
 */
final class NoLossPrices {
  /** A price for each zone and hour, in 10⁻⁴ per MWh. */
  record At(String zone, int hour) {}

  /** Σ coefficient·price ≥ least (or = least). */
  private record Need(Map<At, Long> coefficients, BigDecimal least, boolean equal) {
    boolean isMet(Map<At, Long> prices) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Map.Entry<At, Long> term : coefficients.entrySet()) {
        sum =
            sum.add(
                BigDecimal.valueOf(term.getValue())
                    .multiply(BigDecimal.valueOf(prices.getOrDefault(term.getKey(), 0L))));
      }
      return equal ? sum.compareTo(least) == 0 : sum.compareTo(least) >= 0;
    }
  }

  private final Decisions decisions;
  private final List<ClearingResult> hours;
  private final List<Need> needs = new ArrayList<>();

  private NoLossPrices(Decisions decisions, List<ClearingResult> hours) {
    this.decisions = decisions;
    this.hours = hours;
  }

  /** Empty where every supporting price lets somebody lose. */
  static Optional<Map<At, Long>> find(Decisions decisions, List<ClearingResult> hours) {
    NoLossPrices prices = new NoLossPrices(decisions, hours);
    decisions.problem().blocks().forEach(prices::noLoss);
    decisions.problem().complexes().forEach(prices::income);
    Map<At, Long> tied = prices.tied();
    return prices.needs.stream().allMatch(need -> need.isMet(tied))
        ? Optional.of(tied)
        : prices.search();
  }

  private Map<At, Long> tied() {
    Map<At, Long> tied = new HashMap<>();
    for (int hour = 1; hour <= hours.size(); hour++) {
      for (ZoneOutcome zone : hours.get(hour - 1).zones()) {
        tied.put(new At(zone.zone(), hour), zone.price().tenThousandths());
      }
    }
    return tied;
  }

  private long seconds(int hour) {
    return decisions.problem().periods().get(hour - 1).block().duration().toSeconds();
  }

  private void noLoss(BlockOrder block) {
    Ratio ratio = decisions.ratio(block.id());
    if (ratio.isZero()) {
      return;
    }
    Map<At, Long> family = new HashMap<>();
    needs.add(new Need(family, BigDecimal.valueOf(-addFamily(block, family)), false));
    if (decisions.problem().partialAtTheMoney() && !ratio.equals(Ratio.ONE)) {
      Map<At, Long> own = new HashMap<>();
      needs.add(new Need(own, BigDecimal.valueOf(-add(block, own)), true));
    }
  }

  private long addFamily(BlockOrder block, Map<At, Long> coefficients) {
    long constant = add(block, coefficients);
    for (BlockOrder child : decisions.problem().blocks()) {
      if (child.parent().filter(block.id()::equals).isPresent()) {
        constant += addFamily(child, coefficients);
      }
    }
    return constant;
  }

  /** The surplus in 10⁻⁴ × kW × s is Σ coefficient·price plus the constant returned. */
  private long add(BlockOrder block, Map<At, Long> coefficients) {
    long sign = block.side() == Side.SELL ? 1 : -1;
    long constant = 0;
    for (int hour : block.quantities().keySet()) {
      long weight = sign * decisions.accepted(block, hour).kilowatts() * seconds(hour);
      coefficients.merge(new At(block.zone(), hour), weight, Long::sum);
      constant -= weight * block.price().tenThousandths();
    }
    return constant;
  }

  private void income(ComplexOrder complex) {
    if (!decisions.active().contains(complex.id()) || complex.income().isEmpty()) {
      return;
    }
    Map<At, Long> coefficients = new HashMap<>();
    BigDecimal least =
        complex
            .income()
            .orElseThrow()
            .fixed()
            .amount()
            .multiply(BigDecimal.valueOf(36_000_000_000L));
    for (int hour = 1; hour <= hours.size(); hour++) {
      for (OrderFill fill : hours.get(hour - 1).fills()) {
        if (fill.orderId().equals(complex.id())) {
          for (var step : fill.steps()) {
            long weight = step.accepted().kilowatts() * seconds(hour);
            long variable =
                complex.income().orElseThrow().variable().orElse(step.price()).tenThousandths();
            coefficients.merge(new At(complex.zone(), hour), weight, Long::sum);
            least = least.add(BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(variable)));
          }
        }
      }
    }
    needs.add(new Need(coefficients, least, false));
  }

  private Optional<Map<At, Long>> search() {
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver("SCIP");
    Map<At, MPVariable> variables = new HashMap<>();
    for (int hour = 1; hour <= hours.size(); hour++) {
      for (ZoneOutcome zone : hours.get(hour - 1).zones()) {
        variables.put(
            new At(zone.zone(), hour),
            solver.makeIntVar(
                zone.low().tenThousandths(), zone.high().tenThousandths(), zone.zone() + hour));
      }
      openLinks(solver, variables, hour);
    }
    // in MWh, so that the numbers stay small
    double scale = 3_600_000;
    for (Need need : needs) {
      double least = need.least().doubleValue() / scale;
      MPConstraint row = solver.makeConstraint(least, need.equal() ? least : MPSolver.infinity());
      need.coefficients()
          .forEach((at, weight) -> row.setCoefficient(variables.get(at), weight / scale));
    }
    if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
      return Optional.empty();
    }
    Map<At, Long> found = new HashMap<>();
    variables.forEach((at, variable) -> found.put(at, Math.round(variable.solutionValue())));
    return needs.stream().allMatch(need -> need.isMet(found))
        ? Optional.of(found)
        : Optional.empty();
  }

  private void openLinks(MPSolver solver, Map<At, MPVariable> variables, int hour) {
    long lot = decisions.problem().rules().lot().kilowatts();
    for (Link link : decisions.problem().periods().get(hour - 1).links()) {
      long flow = hours.get(hour - 1).flow(link.id()).flow().kilowatts();
      MPVariable from = variables.get(new At(link.from(), hour));
      MPVariable to = variables.get(new At(link.to(), hour));
      if (from == null || to == null) {
        continue; // a border's price already bounds the interval
      }
      if (flow < link.forwardCapacity().kilowatts() / lot * lot) {
        MPConstraint row = solver.makeConstraint(0, MPSolver.infinity());
        row.setCoefficient(from, 1);
        row.setCoefficient(to, -1);
      }
      if (flow > -(link.reverseCapacity().kilowatts() / lot * lot)) {
        MPConstraint row = solver.makeConstraint(0, MPSolver.infinity());
        row.setCoefficient(to, 1);
        row.setCoefficient(from, -1);
      }
    }
  }
}
