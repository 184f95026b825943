package energy.optibid.engine.clearing.auction.proof;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.ComplexOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A complete result beside its problem. Periods are numbered from 1. Money is counted exactly in
 * grains: 10⁻⁴ of the currency per MWh × kW × s.
 */
final class AuctionClaim {
  /** A price for each zone and period, in 10⁻⁴ per MWh. */
  @FunctionalInterface
  interface Prices {
    long at(String zone, int period);
  }

  /** So many grains are one unit of the currency. */
  static final BigDecimal GRAINS = BigDecimal.valueOf(36_000_000_000L);

  final AuctionProblem problem;
  final AuctionResult result;
  final Power lot;
  private final Map<String, BlockOutcome> blocks = new HashMap<>();
  private final Map<String, ComplexOutcome> complexes = new HashMap<>();
  private final List<Map<String, ZoneOutcome>> zones = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();

  AuctionClaim(AuctionProblem problem, AuctionResult result) {
    this.problem = problem;
    this.result = result;
    this.lot = problem.rules().lot();
    result.blocks().forEach(block -> blocks.put(block.blockId(), block));
    result.complexes().forEach(complex -> complexes.put(complex.orderId(), complex));
    for (ClearingResult period : result.periods()) {
      Map<String, ZoneOutcome> byId = new HashMap<>();
      period.zones().forEach(zone -> byId.put(zone.zone(), zone));
      zones.add(byId);
    }
  }

  void broken(Violation.Rule rule, String subject, String template, Object... values) {
    violations.add(new Violation(rule, subject, template.formatted(values)));
  }

  void add(int period, List<Violation> ofPeriod) {
    for (Violation violation : ofPeriod) {
      violations.add(
          new Violation(
              violation.rule(),
              violation.subject(),
              "period " + period + ": " + violation.explanation()));
    }
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  int periods() {
    return problem.periods().size();
  }

  AuctionPeriod period(int number) {
    return problem.periods().get(number - 1);
  }

  long seconds(int period) {
    return period(period).block().duration().toSeconds();
  }

  ZoneOutcome zone(String id, int period) {
    return Objects.requireNonNull(zones.get(period - 1).get(id));
  }

  long price(String zone, int period) {
    return zone(zone, period).price().tenThousandths();
  }

  BlockOutcome outcome(BlockOrder block) {
    return Objects.requireNonNull(blocks.get(block.id()));
  }

  Ratio ratio(String blockId) {
    return Objects.requireNonNull(blocks.get(blockId)).ratio();
  }

  boolean active(String complexId) {
    return Objects.requireNonNull(complexes.get(complexId)).active();
  }

  ComplexOutcome complex(String id) {
    return Objects.requireNonNull(complexes.get(id));
  }

  Optional<OrderFill> fill(String orderId, int period) {
    return result.period(period).fills().stream()
        .filter(fill -> fill.orderId().equals(orderId))
        .findFirst();
  }

  /** kW of a block that its ratio says are accepted in a period. */
  long accepted(BlockOrder block, int period) {
    Power quantity = block.quantities().getOrDefault(period, Power.ZERO);
    return ratio(block.id()).of(quantity, lot).kilowatts();
  }

  /** Grains of so many kW at a price in a period. */
  BigInteger grains(long tenThousandths, long kilowatts, int period) {
    return BigInteger.valueOf(tenThousandths)
        .multiply(BigInteger.valueOf(kilowatts))
        .multiply(BigInteger.valueOf(seconds(period)));
  }

  /**
   * Whether an amount says these grains; where a block's duration is no multiple of three minutes
   * each term may have been rounded at the last decimal.
   */
  boolean states(Money stated, BigInteger grains) {
    BigDecimal exact =
        new BigDecimal(grains).divide(GRAINS, Money.SCALE + 2, RoundingMode.HALF_EVEN);
    BigDecimal slack = BigDecimal.valueOf(terms(), Money.SCALE);
    return stated.currency().equals(problem.rules().currency())
        && stated.amount().subtract(exact).abs().compareTo(slack) <= 0;
  }

  private long terms() {
    boolean exact =
        problem.periods().stream()
            .allMatch(period -> period.block().duration().toMinutes() % 3 == 0);
    return exact ? 0 : (long) periods() * (2 + problem.blocks().size());
  }
}
