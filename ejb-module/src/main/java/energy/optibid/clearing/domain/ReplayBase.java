package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.AnonymousBook;
import energy.optibid.engine.clearing.replay.Replay;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.CurveBook;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cleared auction as one organisation may replay it.
 *
 * @param firstBlock number of the first period's block
 * @param interpolated whether bids are read as lines between their points
 * @param approximate whether the others were added up
 * @param own the organisation's bids that took part
 * @param budget of each clearing
 */
public record ReplayBase(
    AuctionProblem problem,
    AuctionResult cleared,
    int firstBlock,
    boolean interpolated,
    boolean approximate,
    List<SubmittedBid> own,
    WorkBudget budget) {
  public ReplayBase {
    own = List.copyOf(own);
  }

  /** Of an imported day. */
  public static ReplayBase of(
      ClearingInput day, AuctionRules rules, List<SubmittedBid> own, WorkBudget budget) {
    int firstBlock = day.blocks().get(0).number();
    AuctionProblem problem =
        day.auction(block -> OwnOrders.of(own, block), OwnBlocks.of(own, firstBlock), rules);
    return new ReplayBase(
        problem, new Replay(budget).clear(problem), firstBlock, false, false, own, budget);
  }

  /**
   * Of a sandbox of a simulated exchange, in which nobody else bids.
   *
   * @param partialAtTheMoney as the market's rules say of partly accepted blocks
   * @param before what earlier auctions of the day left
   */
  public static ReplayBase of(
      List<CurveBook> books,
      boolean partialAtTheMoney,
      Earlier before,
      List<SubmittedBid> own,
      WorkBudget budget) {
    // what is left of a carried bid is among what earlier auctions left
    Set<UUID> carried =
        before.carried().stream().map(bid -> bid.bid().bidId()).collect(Collectors.toSet());
    List<SubmittedBid> placed = own.stream().filter(bid -> !carried.contains(bid.bidId())).toList();
    AuctionProblem problem = CurveAuction.of(books, before, placed, partialAtTheMoney);
    return new ReplayBase(
        problem,
        new Replay(budget).clear(problem),
        books.get(0).number(),
        true,
        false,
        own,
        budget);
  }

  /**
   * Of a shared auction: everybody else is added up.
   *
   * @param partialAtTheMoney as the market's rules say of partly accepted blocks
   * @param before what earlier auctions of the day left
   * @param all the bids of every organisation
   * @param own those of the asker
   * @throws ProblemException {@code conflict} where one other organisation stands alone, so that
   *     the sum would be its bids
   */
  public static ReplayBase shared(
      List<CurveBook> books,
      boolean partialAtTheMoney,
      Earlier before,
      List<SubmittedBid> all,
      List<SubmittedBid> own,
      WorkBudget budget) {
    Replay replay = new Replay(budget);
    Set<String> ownOrders =
        own.stream().map(bid -> OwnOrders.orderId(bid.bidId())).collect(Collectors.toSet());
    AuctionProblem whole = CurveAuction.of(books, before, all, partialAtTheMoney);
    refuseLoneBids(whole, ownOrders, owners(before, all, ownOrders));
    AuctionProblem aggregate =
        AnonymousBook.of(
            whole, replay.clear(whole), id -> ownOrders.contains(OwnOrders.bidOrderId(id)));
    return new ReplayBase(
        aggregate, replay.clear(aggregate), books.get(0).number(), true, true, own, budget);
  }

  /** Whose each order of another organisation is; a simulated company's is nobody's. */
  private static Map<String, OrganizationId> owners(
      Earlier before, List<SubmittedBid> all, Set<String> ownOrders) {
    Map<String, OrganizationId> owners = new HashMap<>();
    Stream.concat(all.stream(), before.carried().stream().map(CarriedBid::bid))
        .forEach(bid -> owners.put(OwnOrders.orderId(bid.bidId()), bid.organization()));
    owners.keySet().removeAll(ownOrders);
    return owners;
  }

  /** The answer names no place: that would say where the lone bids stand. */
  private static void refuseLoneBids(
      AuctionProblem auction, Set<String> ownOrders, Map<String, OrganizationId> owners) {
    for (int number = 1; number <= auction.periods().size(); number++) {
      AuctionPeriod period = auction.periods().get(number - 1);
      Map<String, Set<Object>> contributors = new HashMap<>();
      for (BlockOrder block : auction.blocks()) {
        String bidOrder = OwnOrders.bidOrderId(block.id());
        if (!ownOrders.contains(bidOrder) && block.quantities().containsKey(number)) {
          OrganizationId owner = owners.get(bidOrder);
          contributors
              .computeIfAbsent(place(block), k -> new HashSet<>())
              .add(owner == null ? block.id() : owner);
        }
      }
      for (CurveOrder curve : period.curves()) {
        if (!ownOrders.contains(curve.id())) {
          OrganizationId owner = owners.get(curve.id());
          Object who = owner == null ? curve.id() : owner;
          for (String place : places(curve)) {
            contributors.computeIfAbsent(place, k -> new HashSet<>()).add(who);
          }
        }
      }
      for (Set<Object> those : contributors.values()) {
        if (those.size() == 1 && those.iterator().next() instanceof OrganizationId) {
          throw new ProblemException(
              ProblemCode.CONFLICT,
              "Too few others take part in this auction for a replay to keep their bids unseen.");
        }
      }
    }
  }

  private static String place(BlockOrder block) {
    return block.zone() + (block.side() == Side.BUY ? "/buy" : "/sell");
  }

  /** The sides of its area a curve adds to. */
  private static List<String> places(CurveOrder curve) {
    List<CurveCorner> corners = curve.corners();
    List<String> places = new ArrayList<>();
    if (corners.get(0).quantity().kilowatts() > 0) {
      places.add(curve.zone() + "/buy");
    }
    if (corners.get(corners.size() - 1).quantity().kilowatts() < 0) {
      places.add(curve.zone() + "/sell");
    }
    return places;
  }

  /** What clears it again; nobody stops it. */
  Replay replay() {
    return new Replay(budget);
  }

  /** The engine's number of a block's period. */
  int period(int block) {
    return block - firstBlock + 1;
  }

  /** Whether an hourly order of this id stands in a period. */
  boolean hasOrder(int period, String orderId) {
    AuctionPeriod there = problem.periods().get(period - 1);
    return there.orders().stream().anyMatch(order -> order.id().equals(orderId))
        || there.curves().stream().anyMatch(curve -> curve.id().equals(orderId));
  }
}
