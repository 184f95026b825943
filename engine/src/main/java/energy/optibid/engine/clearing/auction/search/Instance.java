package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import energy.optibid.engine.clearing.domain.SteppedMarket;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An auction in numbers; blocks and zones in the order of their ids. */
final class Instance {
  private static final double TEN_THOUSANDTHS = 1e-4;
  private static final double KILOWATTS_PER_MEGAWATT = 1e3;
  private static final double SECONDS_PER_HOUR = 3_600;

  final AuctionProblem problem;
  final List<String> zones;
  final List<Block> blocks;
  final List<PeriodMarket> markets = new ArrayList<>();
  final double[] moneyPerLot;

  /** The hourly market of each period, without any coupling order. */
  final List<ClearingProblem> hourly = new ArrayList<>();

  final List<Column> columns = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();
  final Power lot;

  /** Blocks of each exclusive group. */
  final List<List<Integer>> groups = new ArrayList<>();

  Instance(AuctionProblem problem) {
    this.problem = problem;
    this.lot = problem.rules().lot();
    this.zones = problem.zones().stream().sorted().toList();
    this.blocks =
        problem.blocks().stream()
            .sorted(Comparator.comparing(BlockOrder::id))
            .map(order -> new Block(order, zones.indexOf(order.zone()), lot))
            .toList();
    this.moneyPerLot = new double[problem.periods().size()];
    for (int t = 0; t < moneyPerLot.length; t++) {
      AuctionPeriod period = problem.periods().get(t);
      moneyPerLot[t] =
          TEN_THOUSANDTHS
              * lot.kilowatts()
              / KILOWATTS_PER_MEGAWATT
              * period.block().duration().toSeconds()
              / SECONDS_PER_HOUR;
      hourly.add(hourly(period));
      markets.add(new SteppedMarket(hourly.get(t)));
    }
    blocks.forEach(block -> columns.add(column(block)));
    linkFamilies();
    limitGroups();
  }

  private ClearingProblem hourly(AuctionPeriod period) {
    return new ClearingProblem(
        period.block(),
        problem.zones(),
        period.orders(),
        period.links(),
        period.exchanges(),
        period.borders(),
        problem.rules());
  }

  private Column column(Block block) {
    int count = block.periods.length;
    int[] where = new int[count];
    double[] injected = new double[count];
    double value = 0;
    for (int i = 0; i < count; i++) {
      where[i] = block.zone;
      injected[i] = block.sign() * block.lots[i];
      value -= block.sign() * (double) block.price * block.lots[i] * moneyPerLot[block.periods[i]];
    }
    double least = block.order.minimumAcceptance().toBigDecimal().doubleValue();
    return new Column(0, 1, least, value, block.periods, where, injected);
  }

  private void linkFamilies() {
    Map<String, Integer> places = new HashMap<>();
    for (int b = 0; b < blocks.size(); b++) {
      places.put(blocks.get(b).order.id(), b);
    }
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (block.order.parent().isPresent()) {
        block.parent = places.getOrDefault(block.order.parent().get(), -1);
        blocks.get(block.parent).children.add(b);
        rows.add(new Row(0, new int[] {block.parent, b}, new double[] {1, -1}));
      }
    }
  }

  private void limitGroups() {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (int b = 0; b < blocks.size(); b++) {
      int place = b;
      blocks
          .get(b)
          .order
          .exclusiveGroup()
          .ifPresent(group -> byName.computeIfAbsent(group, g -> new ArrayList<>()).add(place));
    }
    groups.addAll(byName.values());
    for (List<Integer> group : groups) {
      double[] coefficients = new double[group.size()];
      Arrays.fill(coefficients, -1);
      rows.add(new Row(1, group.stream().mapToInt(Integer::intValue).toArray(), coefficients));
    }
  }
}
