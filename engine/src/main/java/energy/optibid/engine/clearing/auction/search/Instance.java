package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An auction in numbers: zones, blocks and complex orders in the order of their ids; what couples
 * periods as columns, blocks first, and rows.
 */
final class Instance {
  private static final double TEN_THOUSANDTHS = 1e-4;
  private static final double KILOWATTS_PER_MEGAWATT = 1e3;
  private static final double SECONDS_PER_HOUR = 3_600;

  /** Sets of active complex orders whose books are kept. */
  private static final int MOST_BOOKS = 8;

  final AuctionProblem problem;
  final List<String> zones;
  final List<Block> blocks;
  final List<Complex> complexes = new ArrayList<>();
  final NetworkColumns network;

  /** By period: currency per 10⁻⁴ price × lot. */
  final double[] moneyPerLot;

  final List<Column> columns = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();
  final Power lot;

  /** Blocks of each exclusive group. */
  final List<List<Integer>> groups = new ArrayList<>();

  /** Columns whose quantity, in lots, is free between its bounds and part of the answer. */
  final int[] quantities;

  /** The hourly markets without any complex order: those of the master. */
  final HourlyBooks plain;

  private final Map<BitSet, HourlyBooks> books = new LinkedHashMap<>();

  Instance(AuctionProblem problem) {
    this.problem = problem;
    this.lot = problem.rules().lot();
    this.zones = problem.zones().stream().sorted().toList();
    this.blocks =
        problem.blocks().stream()
            .sorted(Comparator.comparing(BlockOrder::id))
            .map(order -> new Block(order, zones.indexOf(order.zone()), lot))
            .toList();
    this.moneyPerLot =
        problem.periods().stream()
            .mapToDouble(
                period ->
                    TEN_THOUSANDTHS
                        * lot.kilowatts()
                        / KILOWATTS_PER_MEGAWATT
                        * period.block().duration().toSeconds()
                        / SECONDS_PER_HOUR)
            .toArray();
    blocks.forEach(block -> columns.add(column(block)));
    linkFamilies();
    limitGroups();
    this.network = new NetworkColumns(problem, zones, columns, rows);
    int networkEnd = columns.size();
    this.plain = HourlyBooks.of(this, new BitSet());
    ComplexColumns complexColumns = new ComplexColumns(columns, rows, moneyPerLot, lot.kilowatts());
    problem.complexes().stream()
        .sorted(Comparator.comparing(ComplexOrder::id))
        .forEach(order -> complexes.add(complexColumns.add(order, zones.indexOf(order.zone()))));
    List<Integer> free = new ArrayList<>();
    for (int j = blocks.size(); j < networkEnd; j++) {
      free.add(j);
    }
    complexes.stream()
        .filter(complex -> !complex.standsInBooks())
        .flatMap(complex -> complex.parts.stream())
        .forEach(part -> free.add(part.column()));
    this.quantities = free.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What power costs over a period at a price. */
  Money money(Price price, Power power, int t) {
    return Money.of(
        price,
        power.during(problem.periods().get(t).block().duration()),
        problem.rules().currency());
  }

  /** Whether the markets alone, given ratios, leave something to decide. */
  boolean needsMaster() {
    return quantities.length > 0;
  }

  /** The hourly markets with the steps of active complex orders. */
  HourlyBooks books(BitSet active) {
    if (complexes.isEmpty()) {
      return plain;
    }
    HourlyBooks found = books.get(active);
    if (found == null) {
      if (books.size() == MOST_BOOKS) {
        books.remove(books.keySet().iterator().next());
      }
      found = HourlyBooks.of(this, active);
      books.put((BitSet) active.clone(), found);
    }
    return found;
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
