package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which blocks are accepted, how far, and which complex orders stay.
 *
 * @param ratios by block id
 * @param active ids of complex orders
 */
record Decisions(AuctionProblem problem, Map<String, Ratio> ratios, Set<String> active) {
  Decisions {
    ratios = Map.copyOf(ratios);
    active = Set.copyOf(active);
  }

  Ratio ratio(String block) {
    return ratios.getOrDefault(block, Ratio.ZERO);
  }

  Power accepted(BlockOrder block, int hour) {
    return ratio(block.id())
        .of(block.quantities().getOrDefault(hour, Power.ZERO), problem.rules().lot());
  }

  /** Whether ratios keep minimum, parent and group. */
  boolean areAllowed() {
    Map<String, Long> groups = new TreeMap<>();
    for (BlockOrder block : problem.blocks()) {
      Ratio ratio = ratio(block.id());
      boolean low = !ratio.isZero() && ratio.compareTo(block.minimumAcceptance()) < 0;
      boolean orphan =
          block.parent().filter(parent -> ratio.compareTo(ratio(parent)) > 0).isPresent();
      if (low || orphan) {
        return false;
      }
      block.exclusiveGroup().ifPresent(group -> groups.merge(group, ratio.millionths(), Long::sum));
    }
    return groups.values().stream().allMatch(sum -> sum <= Ratio.ONE.millionths());
  }

  /** The hour's orders with accepted blocks as fixed exchanges. */
  ClearingProblem hour(int number) {
    AuctionPeriod period = problem.periods().get(number - 1);
    List<ExternalExchange> exchanges = new ArrayList<>(period.exchanges());
    for (BlockOrder block : problem.blocks()) {
      Power accepted = accepted(block, number);
      if (!accepted.isZero()) {
        exchanges.add(
            new ExternalExchange(
                block.zone(),
                block.id(),
                block.side() == Side.SELL ? accepted.negated() : accepted));
      }
    }
    List<Order> orders = new ArrayList<>(period.orders());
    for (ComplexOrder complex : problem.complexes()) {
      List<Step> steps = complex.steps().getOrDefault(number, List.of());
      if (!active.contains(complex.id())) {
        steps =
            steps.stream()
                .min(Comparator.comparing(Step::price))
                .filter(step -> number <= complex.scheduledStop())
                .map(List::of)
                .orElse(List.of());
      }
      if (!steps.isEmpty()) {
        orders.add(new Order(complex.id(), complex.zone(), Side.SELL, steps));
      }
    }
    return new ClearingProblem(
        period.block(),
        problem.zones(),
        orders,
        period.links(),
        exchanges,
        period.borders(),
        problem.rules());
  }
}
