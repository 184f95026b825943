package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.engine.clearing.replay.OrderChange;
import energy.optibid.shared.OrganizationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Own bids as a replay wants them, and what that changes in the auction. */
final class ChangedBids {
  private final ReplayBase base;
  private final ReplayRequest request;
  private final Map<UUID, SubmittedBid> after = new LinkedHashMap<>();
  private final List<OrderChange> changes = new ArrayList<>();

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
    Set<Integer> touched = new TreeSet<>();
    List<BidBlock> blocks;
    if (change.withdraws()) {
      before.content().blocks().forEach(block -> touched.add(block.block()));
      OwnBlocks.of(List.of(before), base.firstBlock()).stream()
          .filter(block -> block.parent().isEmpty())
          .forEach(block -> changes.add(new OrderChange.WithdrawBlock(block.id())));
      blocks = List.of();
      after.remove(bidId);
    } else {
      List<BidBlock> named =
          change.blocks().isEmpty() ? before.content().blocks() : change.blocks();
      named.forEach(block -> touched.add(block.block()));
      blocks = merged(before.content().blocks(), named);
      after.put(bidId, with(before, blocks));
    }
    SubmittedBid now = with(before, blocks);
    touched.forEach(block -> add(before, now, block));
  }

  private void add(SubmittedBid before, SubmittedBid now, int block) {
    int period = base.period(block);
    if (now.content().block(block).isEmpty()) {
      if (before.content().block(block).isPresent()) {
        changes.add(new OrderChange.Withdraw(period, OwnOrders.orderId(before.bidId())));
      }
    } else if (base.interpolated()) {
      OwnOrders.curves(List.of(now), block)
          .forEach(curve -> changes.add(new OrderChange.PutCurve(period, curve)));
    } else {
      OwnOrders.of(List.of(now), block)
          .forEach(order -> changes.add(new OrderChange.PutOrder(period, order)));
    }
  }

  private static List<BidBlock> merged(List<BidBlock> before, List<BidBlock> named) {
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

  private static SubmittedBid with(SubmittedBid bid, List<BidBlock> blocks) {
    BidContent content = bid.content();
    return new SubmittedBid(
        bid.organization(),
        bid.bidId(),
        bid.submissionId(),
        bid.versionNumber(),
        content.with(blocks));
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
