package energy.optibid.engine.clearing.auction;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The whole auction as one primal–dual mixed-integer programme: quantities, flows, ratios and
 * prices at once. Hourly orders and networks are in it by complementary slackness (a step that is
 * accepted is not dearer than the price, a link that is not full does not rise, a ramp that does
 * not bind is worth nothing), and no accepted family of blocks loses. Nothing is decomposed and
 * nothing cut: another road than the engine's.
 *
 * <p>For step orders in hours. Not for an order with both gradient and minimum income, for borders,
 * nor for families with cut blocks where those may gain; lines lose at prices of zero or more.
 */
final class AuctionMilp {
  private record Leg(ComplementaryProgram.Column column, double sign) {}

  private final AuctionProblem problem;
  private final double unit;
  private final double floor;
  private final double cap;
  private final ComplementaryProgram program = new ComplementaryProgram();
  private final Map<String, ComplementaryProgram.Row> balances = new HashMap<>();
  private final Map<String, MPVariable> ratios = new HashMap<>();
  private final Map<String, MPVariable> surpluses = new HashMap<>();

  /** What a link's flow or a plant's power is made of, by hour. */
  private final Map<String, Map<Integer, List<Leg>>> paths = new HashMap<>();

  private AuctionMilp(AuctionProblem problem, long unit) {
    this.problem = problem;
    this.unit = unit;
    this.floor = problem.rules().floor().toBigDecimal().doubleValue();
    this.cap = problem.rules().cap().toBigDecimal().doubleValue();
  }

  /**
   * The greatest welfare.
   *
   * @param unit kW that quantities are counted in
   * @return in the currency; empty where nothing is feasible
   */
  static OptionalDouble welfare(AuctionProblem problem, long unit) {
    return new AuctionMilp(problem, unit).welfare();
  }

  private OptionalDouble welfare() {
    for (int hour = 1; hour <= problem.periods().size(); hour++) {
      hour(hour);
    }
    List<Runnable> afterwards = new ArrayList<>();
    problem.complexes().forEach(complex -> complex(complex, afterwards));
    for (RampLimit ramp : problem.ramps()) {
      path(ramp.link(), quantity(ramp.step()), ramp.before().map(this::quantity));
    }
    program.complement();
    afterwards.forEach(Runnable::run);
    problem.blocks().forEach(this::block);
    problem.blocks().forEach(this::family);
    groups();
    OptionalDouble best = program.solve();
    return best.isEmpty() ? best : OptionalDouble.of(best.getAsDouble() * unit / 1000);
  }

  private double quantity(Power power) {
    return power.kilowatts() / unit;
  }

  private static double euros(Price price) {
    return price.toBigDecimal().doubleValue();
  }

  private ComplementaryProgram.Row balance(String zone, int hour) {
    return Objects.requireNonNull(balances.get(zone + hour));
  }

  private void hour(int hour) {
    AuctionPeriod period = problem.periods().get(hour - 1);
    for (String zone : problem.zones()) {
      balances.put(zone + hour, program.balance(floor, cap));
    }
    for (var exchange : period.exchanges()) {
      MPConstraint balance = balance(exchange.zone(), hour).primal;
      double export = balance.lb() + quantity(exchange.export());
      balance.setBounds(export, export);
    }
    for (var order : period.orders()) {
      order.steps().forEach(s -> step(order.zone(), order.side(), s, hour, Optional.empty()));
    }
    period.links().forEach(link -> link(link, hour));
    if (!period.flowLimits().isEmpty()) {
      flowBased(period, hour);
    }
  }

  private ComplementaryProgram.Column step(
      String zone, Side side, Step step, int hour, Optional<MPVariable> gate) {
    double sign = side == Side.SELL ? 1 : -1;
    return program
        .column(0, quantity(step.quantity()), -sign * euros(step.price()), gate)
        .in(balance(zone, hour), sign);
  }

  private void link(Link link, int hour) {
    double forward = quantity(link.forwardCapacity());
    double reverse = quantity(link.reverseCapacity());
    double arrives =
        1
            - problem.losses().stream()
                .filter(loss -> loss.link().equals(link.id()))
                .mapToDouble(loss -> loss.share().toBigDecimal().doubleValue())
                .sum();
    List<Leg> path =
        paths
            .computeIfAbsent(link.id(), id -> new HashMap<>())
            .computeIfAbsent(hour, h -> new ArrayList<>());
    if (arrives == 1) {
      path.add(new Leg(flow(link.from(), link.to(), -reverse, forward, 1, hour), 1));
    } else {
      path.add(new Leg(flow(link.from(), link.to(), 0, forward, arrives, hour), 1));
      path.add(new Leg(flow(link.to(), link.from(), 0, reverse, arrives, hour), -1));
    }
  }

  private ComplementaryProgram.Column flow(
      String from, String to, double least, double most, double arrives, int hour) {
    return program
        .column(least, most, 0, Optional.empty())
        .in(balance(from, hour), -1)
        .in(balance(to, hour), arrives);
  }

  private void flowBased(AuctionPeriod period, int hour) {
    double widest = 1000;
    ComplementaryProgram.Row sum = program.balance(-40 * (cap - floor), 40 * (cap - floor));
    Map<String, ComplementaryProgram.Column> positions = new HashMap<>();
    for (String zone : problem.zones()) {
      positions.put(zone, program.freeColumn(widest).in(balance(zone, hour), -1).in(sum, 1));
    }
    for (FlowLimit limit : period.flowLimits()) {
      ComplementaryProgram.Row branch =
          program.limit(quantity(limit.margin()), widest, 20 * (cap - floor));
      limit
          .ptdf()
          .forEach(
              (zone, factor) ->
                  Objects.requireNonNull(positions.get(zone)).in(branch, factor.doubleValue()));
    }
  }

  private void complex(ComplexOrder complex, List<Runnable> afterwards) {
    Optional<MPVariable> active =
        complex.income().map(income -> program.solver.makeBoolVar("active " + complex.id()));
    Map<Integer, List<Leg>> path = new HashMap<>();
    List<ComplementaryProgram.Column> columns = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    complex
        .steps()
        .forEach(
            (hour, ofHour) -> {
              Optional<Step> cheapest =
                  hour <= complex.scheduledStop()
                      ? ofHour.stream().min(Comparator.comparing(Step::price))
                      : Optional.empty();
              boolean kept = false;
              for (Step step : ofHour) {
                boolean stays = !kept && cheapest.filter(step::equals).isPresent();
                kept |= stays;
                ComplementaryProgram.Column column =
                    step(complex.zone(), Side.SELL, step, hour, stays ? Optional.empty() : active);
                path.computeIfAbsent(hour, h -> new ArrayList<>()).add(new Leg(column, 1));
                columns.add(column);
                steps.add(step);
              }
            });
    paths.put(complex.id(), path);
    complex.gradient().ifPresent(g -> path(complex.id(), quantity(g), Optional.empty()));
    active.ifPresent(on -> afterwards.add(() -> income(complex, on, columns, steps)));
  }

  /** Σ (π − variable)·q, where π·q is the step's own price and, of a full step, its gain. */
  private void income(
      ComplexOrder complex,
      MPVariable active,
      List<ComplementaryProgram.Column> columns,
      List<Step> steps) {
    ComplexOrder.MinimumIncome income = complex.income().orElseThrow();
    double fixed = income.fixed().amount().doubleValue() * 1000 / unit;
    double most = fixed;
    MPConstraint row = program.solver.makeConstraint(0, MPSolver.infinity());
    for (int i = 0; i < columns.size(); i++) {
      Step step = steps.get(i);
      double quantity = quantity(step.quantity());
      double own = euros(step.price()) - euros(income.variable().orElse(step.price()));
      row.setCoefficient(columns.get(i).gainInFull(), quantity);
      row.setCoefficient(columns.get(i).quantity, own);
      most += Math.abs(own) * quantity;
    }
    row.setCoefficient(active, -most);
    row.setLb(fixed - most);
  }

  /** Limits the change of a path from hour to hour. */
  private void path(String id, double step, Optional<Double> before) {
    Map<Integer, List<Leg>> path = Objects.requireNonNull(paths.get(id));
    int hours = problem.periods().size();
    for (int hour = before.isPresent() ? 1 : 2; hour <= hours; hour++) {
      for (int way = -1; way <= 1; way += 2) {
        double offset = hour == 1 ? way * before.orElseThrow() : 0;
        ComplementaryProgram.Row row =
            program.limit(step + offset, 1000, 2 * hours * (cap - floor));
        for (Leg leg : path.getOrDefault(hour, List.of())) {
          leg.column().in(row, way * leg.sign());
        }
        for (Leg leg : path.getOrDefault(hour - 1, List.of())) {
          leg.column().in(row, -way * leg.sign());
        }
      }
    }
  }

  private void block(BlockOrder block) {
    MPSolver solver = program.solver;
    MPVariable some = solver.makeBoolVar("taken " + block.id());
    MPVariable ratio = solver.makeNumVar(0, 1, "ratio " + block.id());
    ratios.put(block.id(), ratio);
    double minimum = block.minimumAcceptance().toBigDecimal().doubleValue();
    program.atMost(0, ratio, 1, some, -1);
    program.atMost(0, ratio, -1, some, minimum);
    double sign = block.side() == Side.SELL ? 1 : -1;
    double limit = euros(block.price());
    double energy = 0;
    MPConstraint full = solver.makeConstraint(0, 0);
    for (Map.Entry<Integer, Power> part : block.quantities().entrySet()) {
      double quantity = quantity(part.getValue());
      ComplementaryProgram.Row balance = balance(block.zone(), part.getKey());
      balance.primal.setCoefficient(ratio, sign * quantity);
      full.setCoefficient(balance.dual, -sign * quantity);
      energy += quantity;
    }
    solver.objective().setCoefficient(ratio, -sign * limit * energy);
    // surplus in full at the prices, and what of it counts: all of it where the block is taken
    double most = energy * (cap - floor);
    MPVariable inFull = solver.makeNumVar(-most, most, "in full " + block.id());
    full.setCoefficient(inFull, 1);
    full.setBounds(-sign * limit * energy, -sign * limit * energy);
    MPVariable counted = solver.makeNumVar(-most, most, "surplus " + block.id());
    surpluses.put(block.id(), counted);
    program.atMost(0, counted, 1, some, -most);
    program.atMost(0, counted, -1, some, -most);
    for (int way = -1; way <= 1; way += 2) {
      MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), 2 * most);
      row.setCoefficient(counted, way);
      row.setCoefficient(inFull, -way);
      row.setCoefficient(some, 2 * most);
    }
    if (problem.partialAtTheMoney() && minimum < 1) {
      // taken but not whole: gains nothing
      MPVariable whole = solver.makeBoolVar("whole " + block.id());
      program.atMost(0, whole, 1, ratio, -1);
      for (int way = -1; way <= 1; way += 2) {
        MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), most);
        row.setCoefficient(inFull, way);
        row.setCoefficient(some, most);
        row.setCoefficient(whole, -most);
      }
    }
  }

  /**
   * No loss. What is counted is the surplus in full: of a cut block that is at the money it is zero
   * as well, and without such a rule a cut block stands alone, where only the sign matters.
   */
  private void family(BlockOrder block) {
    block
        .parent()
        .ifPresent(
            parent ->
                program.atMost(
                    0,
                    Objects.requireNonNull(ratios.get(block.id())),
                    1,
                    Objects.requireNonNull(ratios.get(parent)),
                    -1));
    // of blocks that are not taken every surplus counted is zero
    MPConstraint row = program.solver.makeConstraint(0, MPSolver.infinity());
    List<BlockOrder> open = new ArrayList<>(List.of(block));
    while (!open.isEmpty()) {
      BlockOrder member = open.remove(0);
      row.setCoefficient(Objects.requireNonNull(surpluses.get(member.id())), 1);
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
                      .computeIfAbsent(
                          group, g -> program.solver.makeConstraint(-MPSolver.infinity(), 1))
                      .setCoefficient(Objects.requireNonNull(ratios.get(block.id())), 1));
    }
  }
}
