package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What own bids get in one result: rounded order by order and block by block, as awards are. */
final class OwnFigures {
  private final AuctionProblem problem;
  private final AuctionResult result;
  private final int firstBlock;
  private final Map<String, BlockOutcome> outcomes = new HashMap<>();

  /**
   * @param result of {@code problem}
   * @param firstBlock number of the first period's block
   */
  OwnFigures(AuctionProblem problem, AuctionResult result, int firstBlock) {
    this.problem = problem;
    this.result = result;
    this.firstBlock = firstBlock;
    result.blocks().forEach(outcome -> outcomes.put(outcome.blockId(), outcome));
  }

  /**
   * A bid with its curve and block orders.
   *
   * @param accepted MWh, one element for each period
   * @param revenue receiving positive
   */
  record BidFigures(List<BigDecimal> accepted, BigDecimal revenue) {}

  /** Of a bid, nothing where it takes no part. */
  BidFigures bid(SubmittedBid bid) {
    String id = OwnOrders.orderId(bid.bidId());
    String area = bid.content().areaCode();
    List<Energy> accepted =
        new ArrayList<>(Collections.nCopies(problem.periods().size(), Energy.ZERO));
    BigDecimal revenue = nothing();
    for (int period = 1; period <= accepted.size(); period++) {
      for (OrderFill fill : result.period(period).fills()) {
        if (fill.orderId().equals(id)) {
          Energy energy = fill.accepted().during(duration(period));
          accepted.set(period - 1, energy);
          revenue = revenue.add(cash(bid, area, period, energy));
        }
      }
    }
    for (BlockOrder block : problem.blocks()) {
      if (OwnOrders.bidOrderId(block.id()).equals(id)) {
        for (Map.Entry<Integer, Power> part : of(block).accepted().entrySet()) {
          int period = part.getKey();
          Energy energy = part.getValue().during(duration(period));
          accepted.set(period - 1, accepted.get(period - 1).plus(energy));
          revenue = revenue.add(cash(bid, area, period, energy));
        }
      }
    }
    return new BidFigures(accepted.stream().map(Figures::mwh).toList(), revenue);
  }

  /**
   * Of a block order.
   *
   * @param bid its bid as it takes part
   */
  OrderResult blockOrder(SubmittedBid bid, BidBlockOrder order) {
    BlockOrder placed = OwnBlocks.placed(OwnBlocks.of(bid, order, firstBlock), this::of);
    BlockOutcome outcome = of(placed);
    BigDecimal revenue = nothing();
    Energy offered = Energy.ZERO;
    Energy accepted = Energy.ZERO;
    for (Map.Entry<Integer, Power> part : placed.quantities().entrySet()) {
      int period = part.getKey();
      offered = offered.plus(part.getValue().during(duration(period)));
      Power power = outcome.accepted().getOrDefault(period, Power.ZERO);
      Energy energy = power.during(duration(period));
      accepted = accepted.plus(energy);
      revenue = revenue.add(cash(bid, placed.zone(), period, energy));
    }
    return new OrderResult(
        Figures.price(placed.price()),
        outcome.decision(),
        Figures.ratio(outcome.ratio()),
        Figures.mwh(offered),
        Figures.mwh(accepted),
        revenue);
  }

  private BlockOutcome of(BlockOrder block) {
    return Objects.requireNonNull(outcomes.get(block.id()));
  }

  private Duration duration(int period) {
    return problem.periods().get(period - 1).block().duration();
  }

  private BigDecimal nothing() {
    return Money.zero(problem.rules().currency()).rounded().amount();
  }

  private BigDecimal cash(SubmittedBid bid, String area, int period, Energy energy) {
    Price price = result.period(period).zone(area).price();
    Money value = Money.of(price, energy, problem.rules().currency());
    boolean sells = bid.content().side() == BidSide.SELL;
    return (sells ? value : value.negated()).rounded().amount();
  }
}
