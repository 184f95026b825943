package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.FlowLimit;
import energy.optibid.engine.clearing.auction.LineLoss;
import energy.optibid.engine.clearing.auction.RampLimit;
import energy.optibid.engine.clearing.auction.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a lossless transfer network cannot say, as columns and rows: flows over links that ramp or
 * lose, and net positions under flow-based limits. The hourly markets then do without those links.
 */
final class NetworkColumns {
  private final AuctionProblem problem;
  private final List<String> zones;
  private final List<Column> columns;
  private final List<Row> rows;
  private final long lot;
  private final Map<String, Ratio> losses = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** By period and link, the columns of its flow: forward or both ways, then backward. */
  private final List<Map<String, int[]>> flows = new ArrayList<>();

  /** By period, the column of each zone's net position; empty without flow-based limits. */
  private final List<int[]> positions = new ArrayList<>();

  NetworkColumns(AuctionProblem problem, List<String> zones, List<Column> columns, List<Row> rows) {
    this.problem = problem;
    this.zones = zones;
    this.columns = columns;
    this.rows = rows;
    this.lot = problem.rules().lot().kilowatts();
    problem.losses().forEach(loss -> losses.put(loss.link(), loss.share()));
    problem.losses().stream().map(LineLoss::link).forEach(taken::add);
    problem.ramps().stream().map(RampLimit::link).forEach(taken::add);
    for (int t = 0; t < problem.periods().size(); t++) {
      flows.add(new TreeMap<>());
      for (Link link : problem.periods().get(t).links()) {
        if (taken.contains(link.id())) {
          flows.get(t).put(link.id(), flow(t, link));
        }
      }
      positions.add(positions(t));
    }
    problem.ramps().forEach(this::ramp);
  }

  /** Whether a link's flow is a column, and no business of the hourly market. */
  boolean decides(String link) {
    return taken.contains(link);
  }

  /** Columns of a link's flow in a period: one for both ways, or one for each. */
  int[] flowOf(int t, String link) {
    return flows.get(t).getOrDefault(link, new int[0]);
  }

  /** The two directions of each lossy line in each period. */
  List<int[]> lossyWays() {
    return flows.stream()
        .flatMap(period -> period.values().stream())
        .filter(ways -> ways.length == 2)
        .toList();
  }

  /** Columns of the net positions of a period's zones; empty without flow-based limits. */
  int[] positionsOf(int t) {
    return positions.get(t);
  }

  private int[] flow(int t, Link link) {
    int from = zones.indexOf(link.from());
    int to = zones.indexOf(link.to());
    double forward = (double) (link.forwardCapacity().kilowatts() / lot);
    double reverse = (double) (link.reverseCapacity().kilowatts() / lot);
    Ratio loss = losses.get(link.id());
    if (loss == null) {
      return new int[] {add(t, -reverse, forward, from, -1, to, 1)};
    }
    double arrives = 1 - loss.toBigDecimal().doubleValue();
    return new int[] {
      add(t, 0, forward, from, -1, to, arrives), add(t, 0, reverse, to, -1, from, arrives)
    };
  }

  private int add(
      int t, double lower, double upper, int zone, double lots, int other, double otherLots) {
    columns.add(
        new Column(
            lower,
            upper,
            0,
            0,
            new int[] {t, t},
            new int[] {zone, other},
            new double[] {lots, otherLots}));
    return columns.size() - 1;
  }

  private int[] positions(int t) {
    AuctionPeriod period = problem.periods().get(t);
    if (period.flowLimits().isEmpty()) {
      return new int[0];
    }
    double most = mostLots(t);
    int[] own = new int[zones.size()];
    double[] ones = new double[own.length];
    double[] minusOnes = new double[own.length];
    Arrays.fill(ones, 1);
    Arrays.fill(minusOnes, -1);
    for (int zone = 0; zone < own.length; zone++) {
      columns.add(
          new Column(-most, most, 0, 0, new int[] {t}, new int[] {zone}, new double[] {-1}));
      own[zone] = columns.size() - 1;
    }
    rows.add(new Row(0, own, ones));
    rows.add(new Row(0, own, minusOnes));
    for (FlowLimit limit : period.flowLimits()) {
      double[] factors = new double[own.length];
      for (int zone = 0; zone < own.length; zone++) {
        var factor = limit.ptdf().get(zones.get(zone));
        factors[zone] = factor == null ? 0 : -factor.doubleValue();
      }
      rows.add(new Row((double) limit.margin().kilowatts() / lot, own, factors));
    }
    return own;
  }

  /** More than anybody could bring in or take out. */
  private double mostLots(int t) {
    AuctionPeriod period = problem.periods().get(t);
    long kilowatts =
        period.orders().stream()
                .flatMap(order -> order.steps().stream())
                .mapToLong(step -> step.quantity().kilowatts())
                .sum()
            + period.curves().stream()
                .flatMap(curve -> curve.corners().stream())
                .mapToLong(corner -> Math.abs(corner.quantity().kilowatts()))
                .sum()
            + period.exchanges().stream().mapToLong(x -> Math.abs(x.export().kilowatts())).sum()
            + problem.blocks().stream()
                .flatMap(block -> block.quantities().values().stream())
                .mapToLong(power -> power.kilowatts())
                .sum();
    return (double) kilowatts / lot + 1;
  }

  private void ramp(RampLimit ramp) {
    double step = (double) (ramp.step().kilowatts() / lot);
    for (int t = 0; t < flows.size(); t++) {
      int[] now = flowOf(t, ramp.link());
      if (t == 0) {
        if (ramp.before().isPresent()) {
          double before = (double) ramp.before().get().kilowatts() / lot;
          rows.add(change(step + before, now, -1, new int[0]));
          rows.add(change(step - before, now, 1, new int[0]));
        }
      } else {
        int[] last = flowOf(t - 1, ramp.link());
        rows.add(change(step, now, -1, last));
        rows.add(change(step, now, 1, last));
      }
    }
  }

  /** {@code constant + sign·flow now − sign·flow before ≥ 0}. */
  private static Row change(double constant, int[] now, double sign, int[] last) {
    int[] where = new int[now.length + last.length];
    double[] coefficients = new double[where.length];
    for (int i = 0; i < where.length; i++) {
      boolean present = i < now.length;
      int way = present ? i : i - now.length;
      where[i] = present ? now[way] : last[way];
      coefficients[i] = sign * (present ? 1 : -1) * (way == 0 ? 1 : -1);
    }
    return new Row(constant, where, coefficients);
  }
}
