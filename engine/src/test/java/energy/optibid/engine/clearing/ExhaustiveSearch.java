package energy.optibid.engine.clearing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The best allocation of a tiny problem found by trying every flow and every volume. It follows the
 * rules as they are written: welfare, then volume, then equal shares, then equal use of the links.
 */
final class ExhaustiveSearch {
  /** Divisible by every number up to 16, so that shares of small quantities are whole. */
  private static final long COMMON = 720_720;

  /** What is compared, in this order. */
  record Score(BigInteger welfare, long volume, BigInteger shares, BigInteger use)
      implements Comparable<Score> {
    private static final Comparator<Score> ORDER =
        Comparator.comparing(Score::welfare)
            .thenComparing(Score::volume)
            .thenComparing(Score::shares, Comparator.reverseOrder())
            .thenComparing(Score::use, Comparator.reverseOrder());

    @Override
    public int compareTo(Score other) {
      return ORDER.compare(this, other);
    }

    Score withoutUse() {
      return new Score(welfare, volume, shares, BigInteger.ZERO);
    }

    Score plus(Score other) {
      return new Score(
          welfare.add(other.welfare),
          volume + other.volume,
          shares.add(other.shares),
          use.add(other.use));
    }
  }

  private final ClearingProblem problem;
  private final long lot;
  private final long[] flow;
  private final Map<String, Long> netPositions;
  private Optional<Score> best = Optional.empty();

  private ExhaustiveSearch(ClearingProblem problem, Map<String, Long> netPositions) {
    this.problem = problem;
    this.netPositions = netPositions;
    this.lot = problem.rules().lot().kilowatts();
    this.flow = new long[problem.links().size()];
  }

  /** Empty when the fixed exchanges cannot be met. */
  static Optional<Score> best(ClearingProblem problem) {
    ExhaustiveSearch search = new ExhaustiveSearch(problem, Map.of());
    search.tryFlows(0);
    return search.best;
  }

  /** The best of those that leave every zone the net position it has in a result. */
  static Score bestWithPositionsOf(ClearingProblem problem, ClearingResult result) {
    Map<String, Long> positions = new HashMap<>();
    for (ZoneOutcome zone : result.zones()) {
      positions.put(
          zone.zone(), zone.netPosition().kilowatts() / problem.rules().lot().kilowatts());
    }
    ExhaustiveSearch search = new ExhaustiveSearch(problem, positions);
    search.tryFlows(0);
    return search.best.orElseThrow();
  }

  /** The score of a result, from its fills and flows alone. */
  static Score of(ClearingProblem problem, ClearingResult result) {
    ExhaustiveSearch search = new ExhaustiveSearch(problem, Map.of());
    for (int i = 0; i < search.flow.length; i++) {
      search.flow[i] = result.flow(problem.links().get(i).id()).flow().kilowatts() / search.lot;
    }
    Score score = search.flowScore();
    for (String zone : problem.zones()) {
      score =
          score.plus(
              search.zoneScore(
                  zone,
                  result.zone(zone).supply().kilowatts() / search.lot,
                  result.zone(zone).demand().kilowatts() / search.lot));
    }
    return score;
  }

  private void tryFlows(int link) {
    if (link == flow.length) {
      tryVolumes();
      return;
    }
    long forward = problem.links().get(link).forwardCapacity().kilowatts() / lot;
    long reverse = problem.links().get(link).reverseCapacity().kilowatts() / lot;
    for (flow[link] = -reverse; flow[link] <= forward; flow[link]++) {
      tryFlows(link + 1);
    }
  }

  private void tryVolumes() {
    Score score = flowScore();
    for (String zone : problem.zones()) {
      long net = outflow(zone);
      for (ExternalExchange exchange : problem.exchanges()) {
        net += exchange.zone().equals(zone) ? exchange.export().kilowatts() / lot : 0;
      }
      if (netPositions.getOrDefault(zone, net) != net) {
        return;
      }
      Optional<Score> zoneBest = Optional.empty();
      for (long supply = 0; supply <= offered(zone, Side.SELL); supply++) {
        long demand = supply - net;
        if (demand >= 0 && demand <= offered(zone, Side.BUY)) {
          Score candidate = zoneScore(zone, supply, demand);
          if (zoneBest.isEmpty() || candidate.compareTo(zoneBest.get()) > 0) {
            zoneBest = Optional.of(candidate);
          }
        }
      }
      if (zoneBest.isEmpty()) {
        return;
      }
      score = score.plus(zoneBest.get());
    }
    if (best.isEmpty() || score.compareTo(best.get()) > 0) {
      best = Optional.of(score);
    }
  }

  private long outflow(String node) {
    long outflow = 0;
    for (int i = 0; i < flow.length; i++) {
      outflow += problem.links().get(i).from().equals(node) ? flow[i] : 0;
      outflow -= problem.links().get(i).to().equals(node) ? flow[i] : 0;
    }
    return outflow;
  }

  private Score flowScore() {
    BigInteger use = BigInteger.ZERO;
    for (int i = 0; i < flow.length; i++) {
      Link link = problem.links().get(i);
      long capacity =
          (flow[i] > 0 ? link.forwardCapacity() : link.reverseCapacity()).kilowatts() / lot;
      use = flow[i] == 0 ? use : use.add(BigInteger.valueOf(flow[i] * flow[i] * COMMON / capacity));
    }
    BigInteger welfare = BigInteger.ZERO;
    for (BorderNode border : problem.borders()) {
      welfare =
          welfare.subtract(
              BigInteger.valueOf(border.price().tenThousandths() * outflow(border.id())));
    }
    return new Score(welfare, 0, BigInteger.ZERO, use);
  }

  private Map<Long, Long> levels(String zone, Side side) {
    Map<Long, Long> levels = new HashMap<>();
    for (Order order : problem.orders()) {
      if (order.zone().equals(zone) && order.side() == side) {
        for (Step step : order.steps()) {
          levels.merge(step.price().tenThousandths(), step.quantity().kilowatts() / lot, Long::sum);
        }
      }
    }
    return levels;
  }

  private long offered(String zone, Side side) {
    return levels(zone, side).values().stream().mapToLong(Long::longValue).sum();
  }

  private Score zoneScore(String zone, long supply, long demand) {
    return sideScore(zone, Side.SELL, supply).plus(sideScore(zone, Side.BUY, demand));
  }

  private Score sideScore(String zone, Side side, long volume) {
    TreeMap<Long, Long> rising = new TreeMap<>(levels(zone, side));
    BigInteger value = BigInteger.ZERO;
    BigInteger shares = BigInteger.ZERO;
    long left = volume;
    List<Map.Entry<Long, Long>> merit =
        new ArrayList<>(side == Side.SELL ? rising.entrySet() : rising.descendingMap().entrySet());
    for (Map.Entry<Long, Long> level : merit) {
      long accepted = Math.min(left, level.getValue());
      left -= accepted;
      value = value.add(BigInteger.valueOf(level.getKey() * accepted));
      if (accepted > 0) {
        shares =
            shares.add(
                BigInteger.valueOf(accepted * accepted)
                    .multiply(BigInteger.valueOf(COMMON * COMMON))
                    .divide(BigInteger.valueOf(level.getValue())));
      }
    }
    return new Score(side == Side.BUY ? value : value.negate(), volume, shares, BigInteger.ZERO);
  }
}
