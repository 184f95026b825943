package energy.optibid.engine.clearing.auction;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The whole auction as one primal–dual mixed-integer programme: quantities, flows, ratios and
 * prices at once; a binary for each side of each complementarity (a step that is accepted is not
 * dearer than the price, one that is left is not cheaper; a link that is not full does not rise),
 * and no accepted family of blocks loses. Nothing is decomposed and nothing cut: another road than
 * the engine's.
 *
 * <p>For step orders, lossless links and blocks. Quantities are counted in {@code unit} kW and
 * prices in whole units of the currency, so that the big-M of a price is cap − floor.
 */
final class AuctionMilp {
  private final AuctionProblem problem;
  private final double unit;
  private final double floor;
  private final double cap;
  private final MPSolver solver;
  private final Map<String, MPVariable> prices = new HashMap<>();
  private final Map<String, MPConstraint> balances = new HashMap<>();
  private final Map<String, MPVariable> ratios = new HashMap<>();
  private final Map<String, MPVariable> surpluses = new HashMap<>();

  private AuctionMilp(AuctionProblem problem, long unit) {
    Loader.loadNativeLibraries();
    this.problem = problem;
    this.unit = unit;
    this.floor = problem.rules().floor().toBigDecimal().doubleValue();
    this.cap = problem.rules().cap().toBigDecimal().doubleValue();
    this.solver = MPSolver.createSolver("SCIP");
    solver.objective().setMaximization();
  }

  /**
   * The greatest welfare.
   *
   * @param unit kW that quantities are counted in
   * @return in the currency; empty where nothing is feasible
   */
  static OptionalDouble welfare(AuctionProblem problem, long unit) {
    AuctionMilp milp = new AuctionMilp(problem, unit);
    for (int hour = 1; hour <= problem.periods().size(); hour++) {
      milp.hour(hour);
    }
    problem.blocks().forEach(milp::block);
    problem.blocks().forEach(milp::family);
    milp.groups();
    MPSolverParameters exact = new MPSolverParameters();
    exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    MPSolver.ResultStatus status = milp.solver.solve(exact);
    if (status == MPSolver.ResultStatus.INFEASIBLE) {
      return OptionalDouble.empty();
    }
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("SCIP says " + status);
    }
    return OptionalDouble.of(milp.solver.objective().value());
  }

  private void hour(int hour) {
    AuctionPeriod period = problem.periods().get(hour - 1);
    for (String zone : problem.zones()) {
      prices.put(zone + hour, solver.makeNumVar(floor, cap, "price " + zone + hour));
      balances.put(zone + hour, solver.makeConstraint(0, 0));
    }
    period
        .exchanges()
        .forEach(
            exchange -> {
              MPConstraint balance = known(balances, exchange.zone() + hour);
              double export = balance.lb() + exchange.export().kilowatts() / unit;
              balance.setBounds(export, export);
            });
    for (Order order : period.orders()) {
      order.steps().forEach(step -> step(order, step, hour));
    }
    period.links().forEach(link -> link(link, hour));
  }

  private void step(Order order, Step step, int hour) {
    double quantity = step.quantity().kilowatts() / unit;
    if (quantity == 0) {
      return;
    }
    double limit = step.price().toBigDecimal().doubleValue();
    double sign = order.side() == Side.SELL ? 1 : -1;
    MPVariable accepted = solver.makeNumVar(0, quantity, order.id());
    known(balances, order.zone() + hour).setCoefficient(accepted, sign);
    solver.objective().setCoefficient(accepted, -sign * limit * hours(hour) * unit / 1000);
    MPVariable price = known(prices, order.zone() + hour);
    // accepted at all: the price is not worse than the limit
    MPVariable some = solver.makeBoolVar("some of " + order.id());
    atMost(0, accepted, 1, some, -quantity);
    double worse = order.side() == Side.SELL ? limit - floor : cap - limit;
    atMost(worse - sign * limit, price, -sign, some, worse);
    // not accepted in full: the price is not better than the limit
    MPVariable rest = solver.makeBoolVar("rest of " + order.id());
    atMost(-quantity, accepted, -1, rest, -quantity);
    double better = order.side() == Side.SELL ? cap - limit : limit - floor;
    atMost(better + sign * limit, price, sign, rest, better);
  }

  /** a·x + b·y ≤ most. */
  private void atMost(double most, MPVariable x, double a, MPVariable y, double b) {
    MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), most);
    row.setCoefficient(x, a);
    row.setCoefficient(y, b);
  }

  private void link(Link link, int hour) {
    double forward = link.forwardCapacity().kilowatts() / unit;
    double reverse = link.reverseCapacity().kilowatts() / unit;
    MPVariable flow = solver.makeNumVar(-reverse, forward, link.id());
    known(balances, link.from() + hour).setCoefficient(flow, -1);
    known(balances, link.to() + hour).setCoefficient(flow, 1);
    MPVariable from = known(prices, link.from() + hour);
    MPVariable to = known(prices, link.to() + hour);
    // full forward, or else no rise in price; full in reverse, or else no fall
    for (int way = -1; way <= 1; way += 2) {
      MPVariable full = solver.makeBoolVar("full " + link.id());
      double capacity = way > 0 ? forward : reverse;
      atMost(forward + reverse - capacity, flow, -way, full, forward + reverse);
      MPConstraint rise = solver.makeConstraint(-MPSolver.infinity(), 0);
      rise.setCoefficient(to, way);
      rise.setCoefficient(from, -way);
      rise.setCoefficient(full, -(cap - floor));
    }
  }

  private void block(BlockOrder block) {
    MPVariable some = solver.makeBoolVar("taken " + block.id());
    MPVariable ratio = solver.makeNumVar(0, 1, "ratio " + block.id());
    ratios.put(block.id(), ratio);
    double minimum = block.minimumAcceptance().toBigDecimal().doubleValue();
    atMost(0, ratio, 1, some, -1);
    atMost(0, ratio, -1, some, minimum);
    double sign = block.side() == Side.SELL ? 1 : -1;
    double limit = block.price().toBigDecimal().doubleValue();
    double energy = 0;
    MPConstraint full = solver.makeConstraint(0, 0);
    for (Map.Entry<Integer, Power> part : block.quantities().entrySet()) {
      int hour = part.getKey();
      double quantity = part.getValue().kilowatts() / unit;
      known(balances, block.zone() + hour).setCoefficient(ratio, sign * quantity);
      full.setCoefficient(known(prices, block.zone() + hour), -sign * quantity * hours(hour));
      energy += quantity * hours(hour);
    }
    solver.objective().setCoefficient(ratio, -sign * limit * energy * unit / 1000);
    // surplus in full at the prices, and what of it counts: all of it where the block is taken
    double most = energy * (cap - floor);
    MPVariable inFull = solver.makeNumVar(-most, most, "in full " + block.id());
    full.setCoefficient(inFull, 1);
    full.setBounds(-sign * limit * energy, -sign * limit * energy);
    MPVariable counted = solver.makeNumVar(-most, most, "surplus " + block.id());
    surpluses.put(block.id(), counted);
    atMost(0, counted, 1, some, -most);
    atMost(0, counted, -1, some, -most);
    both(inFull, counted, some, most);
    if (problem.partialAtTheMoney() && minimum < 1) {
      // not in full: gains nothing
      MPVariable whole = solver.makeBoolVar("whole " + block.id());
      atMost(0, whole, 1, ratio, -1);
      MPConstraint noMore = solver.makeConstraint(-MPSolver.infinity(), most);
      noMore.setCoefficient(inFull, 1);
      noMore.setCoefficient(some, most);
      noMore.setCoefficient(whole, -most);
      MPConstraint noLess = solver.makeConstraint(-MPSolver.infinity(), most);
      noLess.setCoefficient(inFull, -1);
      noLess.setCoefficient(some, most);
      noLess.setCoefficient(whole, -most);
    }
  }

  /** counted = inFull where taken. */
  private void both(MPVariable inFull, MPVariable counted, MPVariable some, double most) {
    for (int way = -1; way <= 1; way += 2) {
      MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), 2 * most);
      row.setCoefficient(counted, way);
      row.setCoefficient(inFull, -way);
      row.setCoefficient(some, 2 * most);
    }
  }

  /**
   * No loss. What is counted is the surplus in full: of a cut block that is at the money it is zero
   * as well, and without such a rule a cut block stands alone, where only the sign matters.
   */
  private void family(BlockOrder block) {
    block
        .parent()
        .ifPresent(parent -> atMost(0, known(ratios, block.id()), 1, known(ratios, parent), -1));
    // of blocks that are not taken every surplus counted is zero
    MPConstraint row = solver.makeConstraint(0, MPSolver.infinity());
    List<BlockOrder> open = new ArrayList<>(List.of(block));
    while (!open.isEmpty()) {
      BlockOrder member = open.remove(0);
      row.setCoefficient(known(surpluses, member.id()), 1);
      problem.blocks().stream()
          .filter(child -> child.parent().filter(member.id()::equals).isPresent())
          .forEach(open::add);
    }
  }

  private void groups() {
    Map<String, MPConstraint> groups = new HashMap<>();
    for (BlockOrder block : problem.blocks()) {
      block
          .exclusiveGroup()
          .ifPresent(
              group ->
                  groups
                      .computeIfAbsent(group, g -> solver.makeConstraint(-MPSolver.infinity(), 1))
                      .setCoefficient(known(ratios, block.id()), 1));
    }
  }

  private static <T> T known(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  private double hours(int hour) {
    return problem.periods().get(hour - 1).block().duration().toMinutes() / 60.0;
  }
}
