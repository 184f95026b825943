package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayOutcome.AreaPrices;
import energy.optibid.clearing.ReplayOutcome.BidOutcome;
import energy.optibid.clearing.ReplayOutcome.BlockChange;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.replay.Counterfactual;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does a replay and puts its answer into the words of the desk. */
public final class Replaying {
  private final ReplayBase base;
  private final ReplayRequest request;
  private final ChangedBids bids;
  private final Counterfactual found;

  /**
   * @param request without a fault
   */
  public Replaying(ReplayBase base, ReplayRequest request, OrganizationId organization) {
    this.base = base;
    this.request = request;
    this.bids = new ChangedBids(base, request, organization);
    this.found = base.replay().replay(base.problem(), base.cleared(), bids.changes());
  }

  /**
   * The answer.
   *
   * @param published what the run found, by area
   */
  public ReplayOutcome outcome(List<AreaOutcome> published) {
    List<BidOutcome> outcomes = outcomes();
    return new ReplayOutcome(
        base.problem().rules().currency().getCurrencyCode(),
        base.firstBlock(),
        base.approximate(),
        gap(published),
        areas(),
        outcomes,
        blocks(),
        sum(outcomes.stream().map(BidOutcome::revenueBefore).toList()),
        sum(outcomes.stream().map(BidOutcome::revenueAfter).toList()));
  }

  /** How many points the sweep has; 0 where none was asked for. */
  public int sweepSize() {
    return ReplayRules.sweep(request).map(Sweep::size).orElse(0);
  }

  /**
   * The points of the sweep; those found so far when stopped.
   *
   * @param each told of each point as it is found
   */
  public List<SweepPoint> sweep(Consumer<SweepPoint> each, BooleanSupplier stop) {
    Sweep sweep = ReplayRules.sweep(request).orElseThrow();
    SweepParameter parameter = present(request.sweep()).parameter();
    return sweep
        .run(
            found.changed(),
            found.after(),
            base.budget(),
            point -> each.accept(point(point, parameter)),
            stop)
        .stream()
        .map(point -> point(point, parameter))
        .toList();
  }

  private static ReplayRequest.Sweep present(ReplayRequest.@Nullable Sweep sweep) {
    if (sweep == null) {
      throw new IllegalStateException("no sweep was asked for");
    }
    return sweep;
  }

  private static SweepPoint point(Sweep.Point point, SweepParameter parameter) {
    BigDecimal value = BigDecimal.valueOf(point.value(), ReplayRules.scale(parameter));
    return new SweepPoint(
        plain(value),
        Figures.mwh(point.energy()),
        point.revenue().rounded().amount(),
        Figures.price(point.price()));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private List<AreaPrices> areas() {
    Map<String, List<ZonePrice>> byZone = new TreeMap<>();
    found
        .prices()
        .forEach(price -> byZone.computeIfAbsent(price.zone(), z -> new ArrayList<>()).add(price));
    List<AreaPrices> areas = new ArrayList<>();
    byZone.forEach(
        (zone, prices) ->
            areas.add(
                new AreaPrices(
                    zone,
                    prices.stream().map(price -> Figures.price(price.before())).toList(),
                    prices.stream().map(price -> Figures.price(price.after())).toList(),
                    prices.stream().map(price -> Figures.price(price.without())).toList())));
    return areas;
  }

  /**
   * Blocks of the book. Replays change hourly bids only, so that every one is there before and
   * after; what own block orders get is told with their bid.
   */
  private List<BlockChange> blocks() {
    Map<String, BlockOrder> orders = new LinkedHashMap<>();
    base.problem().blocks().forEach(block -> orders.put(block.id(), block));
    return found.otherBlocks().stream()
        .filter(change -> !OwnOrders.isOwn(change.blockId()))
        .map(
            change -> {
              BlockOrder order = Objects.requireNonNull(orders.get(change.blockId()));
              BlockOutcome before = change.before().orElseThrow();
              BlockOutcome after = change.after().orElseThrow();
              return new BlockChange(
                  order.id(),
                  order.zone(),
                  BlockResults.side(order.side()),
                  before.decision(),
                  after.decision(),
                  plain(before.ratio().toBigDecimal()),
                  plain(after.ratio().toBigDecimal()));
            })
        .toList();
  }

  private BigDecimal gap(List<AreaOutcome> published) {
    BigDecimal largest = BigDecimal.ZERO;
    for (AreaOutcome area : published) {
      for (int i = 0; i < area.prices().size(); i++) {
        Price before = base.cleared().periods().get(i).zone(area.area()).price();
        largest = largest.max(area.prices().get(i).subtract(before.toBigDecimal()).abs());
      }
    }
    return Figures.price(Price.of(largest));
  }

  private List<BidOutcome> outcomes() {
    Map<UUID, SubmittedBid> all = new LinkedHashMap<>();
    base.own().forEach(bid -> all.put(bid.bidId(), bid));
    bids.after().forEach(bid -> all.put(bid.bidId(), bid));
    Map<UUID, Integer> changes = new LinkedHashMap<>();
    for (int i = 0; i < request.changes().size(); i++) {
      changes.put(ChangedBids.bidId(request, i), i);
    }
    return all.values().stream().map(bid -> outcome(bid, changes.get(bid.bidId()))).toList();
  }

  private BidOutcome outcome(SubmittedBid bid, @Nullable Integer change) {
    boolean made = base.own().stream().anyMatch(own -> own.bidId().equals(bid.bidId()));
    Side before = new Side(base.problem(), found.before(), bid);
    Side after = new Side(found.changed(), found.after(), bid);
    return new BidOutcome(
        made ? bid.bidId() : null,
        change,
        bid.content().areaCode(),
        bid.content().side(),
        before.accepted,
        after.accepted,
        before.revenue,
        after.revenue);
  }

  private BigDecimal sum(List<BigDecimal> amounts) {
    BigDecimal zero = Money.zero(base.problem().rules().currency()).rounded().amount();
    return amounts.stream().reduce(zero, BigDecimal::add);
  }

  /** One of the two results, for one bid: rounded block by block, as awards are. */
  private final class Side {
    private final List<BigDecimal> accepted = new ArrayList<>();
    private BigDecimal revenue = Money.zero(base.problem().rules().currency()).rounded().amount();

    private final boolean sells;

    Side(AuctionProblem problem, AuctionResult result, SubmittedBid bid) {
      sells = bid.content().side() == BidSide.SELL;
      String id = OwnOrders.orderId(bid.bidId());
      for (int i = 0; i < problem.periods().size(); i++) {
        ClearingResult period = result.periods().get(i);
        Energy energy = Energy.ZERO;
        for (OrderFill fill : period.fills()) {
          if (fill.orderId().equals(id)) {
            energy = fill.accepted().during(problem.periods().get(i).block().duration());
          }
        }
        Price price = period.zone(bid.content().areaCode()).price();
        pay(price, energy);
        for (BlockOrder block : problem.blocks()) {
          Power part = result.block(block.id()).accepted().get(i + 1);
          if (part != null && OwnOrders.bidOrderId(block.id()).equals(id)) {
            Energy more = part.during(problem.periods().get(i).block().duration());
            pay(price, more);
            energy = energy.plus(more);
          }
        }
        accepted.add(Figures.mwh(energy));
      }
    }

    private void pay(Price price, Energy energy) {
      Money value = Money.of(price, energy, base.problem().rules().currency());
      revenue = revenue.add((sells ? value : value.negated()).rounded().amount());
    }
  }
}
