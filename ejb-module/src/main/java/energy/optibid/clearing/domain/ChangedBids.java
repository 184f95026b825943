package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.replay.BlockChanges;
import energy.optibid.engine.clearing.replay.OrderChange;
import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.clearing.replay.Sweep.Figure;
import energy.optibid.shared.OrganizationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Own bids as a replay wants them, and what that changes in the auction. */
final class ChangedBids {
  private final ReplayBase base;
  private final ReplayRequest request;
  private final Map<UUID, SubmittedBid> after = new LinkedHashMap<>();
  private final List<OrderChange> changes = new ArrayList<>();
  private final Set<String> orders = new HashSet<>();

  /**
   * @param request without a fault
   * @param organization whose bids they are
   */
  ChangedBids(ReplayBase base, ReplayRequest request, OrganizationId organization) {
    this.base = base;
    this.request = request;
    base.own().forEach(bid -> after.put(bid.bidId(), bid));
    for (int index = 0; index < request.changes().size(); index++) {
      apply(index, organization);
    }
  }

  /** The own bids that take part after the changes. */
  List<SubmittedBid> after() {
    return List.copyOf(after.values());
  }

  List<OrderChange> changes() {
    return changes;
  }

  /** Ids of every order of the changed bids, whether it is changed or not. */
  Set<String> orders() {
    return orders;
  }

  /** The id of the bid a change is about; one that was never made has an id of its own here. */
  static UUID bidId(ReplayRequest request, int index) {
    UUID bidId = request.changes().get(index).bidId();
    return bidId == null ? new UUID(0, index + 1L) : bidId;
  }

  private void apply(int index, OrganizationId organization) {
    Change change = request.changes().get(index);
    UUID bidId = bidId(request, index);
    SubmittedBid before =
        base.own().stream()
            .filter(bid -> bid.bidId().equals(bidId))
            .findFirst()
            .orElseGet(() -> unmade(bidId, change, organization));
    BidContent content =
        change.withdraws()
            ? before.content().with(List.of()).withBlockOrders(List.of())
            : before
                .content()
                .with(merged(before.content().blocks(), change.blocks()))
                .withBlockOrders(
                    MergedBlockOrders.of(before.content().blockOrders(), change.orders()).orders());
    SubmittedBid now = with(before, content);
    if (change.withdraws()) {
      after.remove(bidId);
    } else {
      after.put(bidId, now);
    }
    touched(before.content(), content).forEach(block -> add(now, block));
    List<BlockOrder> wereThere = OwnBlocks.of(List.of(before), base.firstBlock());
    List<BlockOrder> areThere = OwnBlocks.of(List.of(now), base.firstBlock());
    changes.addAll(BlockChanges.between(wereThere, areThere));
    orders.add(OwnOrders.orderId(bidId));
    Stream.concat(wereThere.stream(), areThere.stream()).forEach(block -> orders.add(block.id()));
  }

  /** The blocks whose curves differ. */
  private static Set<Integer> touched(BidContent before, BidContent now) {
    Set<Integer> touched = new TreeSet<>();
    Stream.concat(before.blocks().stream(), now.blocks().stream())
        .filter(block -> !before.block(block.block()).equals(now.block(block.block())))
        .forEach(block -> touched.add(block.block()));
    return touched;
  }

  private void add(SubmittedBid now, int block) {
    int period = base.period(block);
    String id = OwnOrders.orderId(now.bidId());
    if (now.content().block(block).isEmpty()) {
      if (base.hasOrder(period, id)) {
        changes.add(new OrderChange.Withdraw(period, id));
      }
    } else if (base.interpolated()) {
      OwnOrders.curves(List.of(now), block)
          .forEach(curve -> changes.add(new OrderChange.PutCurve(period, curve)));
    } else {
      OwnOrders.of(List.of(now), block)
          .forEach(order -> changes.add(new OrderChange.PutOrder(period, order)));
    }
  }

  /** The sweep as the engine takes it; the rest of its bid is told with what is moved. */
  Optional<Sweep> sweep() {
    ReplayRequest.Sweep sweep = request.sweep();
    if (sweep == null) {
      return Optional.empty();
    }
    SubmittedBid bid =
        Objects.requireNonNull(after.get(bidId(request, sweep.change())), "the swept bid");
    String order = sweep.blockOrder();
    Set<String> all = new HashSet<>();
    all.add(OwnOrders.orderId(bid.bidId()));
    OwnBlocks.of(List.of(bid), base.firstBlock()).forEach(block -> all.add(block.id()));
    int scale = ReplayRules.scale(sweep.parameter());
    return Optional.of(
        new Sweep(
            order == null ? OwnOrders.orderId(bid.bidId()) : OwnBlocks.id(bid, order),
            all,
            switch (sweep.parameter()) {
              case QUANTITY -> Figure.QUANTITY;
              case PRICE -> Figure.PRICE;
            },
            sweep.from().movePointRight(scale).longValueExact(),
            sweep.to().movePointRight(scale).longValueExact(),
            sweep.step().movePointRight(scale).longValueExact()));
  }

  /** Curves of a bid with those of a change in place of, or beside, them. */
  static List<BidBlock> merged(List<BidBlock> before, List<BidBlock> named) {
    Map<Integer, BidBlock> blocks = new TreeMap<>();
    before.forEach(block -> blocks.put(block.block(), block));
    for (BidBlock block : named) {
      if (block.points().isEmpty()) {
        blocks.remove(block.block());
      } else {
        blocks.put(block.block(), block);
      }
    }
    return List.copyOf(blocks.values());
  }

  private static SubmittedBid with(SubmittedBid bid, BidContent content) {
    return new SubmittedBid(
        bid.organization(), bid.bidId(), bid.submissionId(), bid.versionNumber(), content);
  }

  private static SubmittedBid unmade(UUID bidId, Change change, OrganizationId organization) {
    String area = change.areaCode();
    BidSide side = change.side();
    if (area == null || side == null) {
      throw new IllegalArgumentException("a bid that was never made needs an area and a side");
    }
    return new SubmittedBid(
        organization, bidId, bidId, 1, new BidContent(bidId, area, side, null, List.of()));
  }
}
