package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayOutcome.AreaPrices;
import energy.optibid.clearing.ReplayOutcome.BidOutcome;
import energy.optibid.clearing.ReplayOutcome.BlockChange;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.clearing.ReplayOutcome.OwnBlockOrder;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.replay.Counterfactual;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Price;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final OwnFigures before;
  private final OwnFigures after;

  /**
   * @param request without a fault
   */
  public Replaying(ReplayBase base, ReplayRequest request, OrganizationId organization) {
    this.base = base;
    this.request = request;
    this.bids = new ChangedBids(base, request, organization);
    this.found =
        base.replay().replay(base.problem(), base.cleared(), bids.changes(), bids.orders());
    this.before = new OwnFigures(base.problem(), found.before(), base.firstBlock());
    this.after = new OwnFigures(found.changed(), found.after(), base.firstBlock());
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
        blockOrders(),
        sum(outcomes.stream().map(BidOutcome::revenueBefore).toList()),
        sum(outcomes.stream().map(BidOutcome::revenueAfter).toList()));
  }

  /** How many points the sweep has; 0 where none was asked for. */
  public int sweepSize() {
    return bids.sweep().map(Sweep::size).orElse(0);
  }

  /**
   * The points of the sweep; those found so far when stopped.
   *
   * @param each told of each point as it is found
   */
  public List<SweepPoint> sweep(Consumer<SweepPoint> each, BooleanSupplier stop) {
    Sweep sweep = bids.sweep().orElseThrow();
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
        point.revenue().amount(),
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

  /** Blocks of the book, which no replay changes: every one is there before and after. */
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
                  Figures.ratio(before.ratio()),
                  Figures.ratio(after.ratio()));
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
    Map<UUID, Integer> changes = changes();
    return allBids().values().stream().map(bid -> outcome(bid, changes.get(bid.bidId()))).toList();
  }

  /** The own bids of either side, as they are after the changes where they still are. */
  private Map<UUID, SubmittedBid> allBids() {
    Map<UUID, SubmittedBid> all = new LinkedHashMap<>();
    base.own().forEach(bid -> all.put(bid.bidId(), bid));
    bids.after().forEach(bid -> all.put(bid.bidId(), bid));
    return all;
  }

  /** Which change is about a bid. */
  private Map<UUID, Integer> changes() {
    Map<UUID, Integer> changes = new LinkedHashMap<>();
    for (int i = 0; i < request.changes().size(); i++) {
      changes.put(ChangedBids.bidId(request, i), i);
    }
    return changes;
  }

  private BidOutcome outcome(SubmittedBid bid, @Nullable Integer change) {
    OwnFigures.BidFigures was = before.bid(bid);
    OwnFigures.BidFigures is = after.bid(bid);
    return new BidOutcome(
        made(bid.bidId()).isPresent() ? bid.bidId() : null,
        change,
        bid.content().areaCode(),
        bid.content().side(),
        was.accepted(),
        is.accepted(),
        was.revenue(),
        is.revenue());
  }

  private Optional<SubmittedBid> made(UUID bidId) {
    return base.own().stream().filter(own -> own.bidId().equals(bidId)).findFirst();
  }

  private List<OwnBlockOrder> blockOrders() {
    Map<UUID, Integer> changes = changes();
    Map<UUID, SubmittedBid> left = new LinkedHashMap<>();
    bids.after().forEach(bid -> left.put(bid.bidId(), bid));
    List<OwnBlockOrder> orders = new ArrayList<>();
    for (SubmittedBid bid : allBids().values()) {
      Optional<SubmittedBid> made = made(bid.bidId());
      Map<String, OrderResult> was = results(made, before);
      Map<String, OrderResult> is = results(Optional.ofNullable(left.get(bid.bidId())), after);
      Set<String> names = new LinkedHashSet<>(was.keySet());
      names.addAll(is.keySet());
      for (String name : names) {
        orders.add(
            new OwnBlockOrder(
                made.isPresent() ? bid.bidId() : null,
                changes.get(bid.bidId()),
                name,
                bid.content().areaCode(),
                bid.content().side(),
                was.get(name),
                is.get(name)));
      }
    }
    return orders;
  }

  /** By the order's name in its bid. */
  private static Map<String, OrderResult> results(Optional<SubmittedBid> bid, OwnFigures figures) {
    Map<String, OrderResult> results = new LinkedHashMap<>();
    bid.ifPresent(
        there ->
            there
                .content()
                .blockOrders()
                .forEach(order -> results.put(order.id(), figures.blockOrder(there, order))));
    return results;
  }

  private BigDecimal sum(List<BigDecimal> amounts) {
    BigDecimal zero = Money.zero(base.problem().rules().currency()).rounded().amount();
    return amounts.stream().reduce(zero, BigDecimal::add);
  }
}
