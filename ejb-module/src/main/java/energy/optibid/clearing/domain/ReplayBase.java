package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
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
    AuctionProblem problem = day.auction(block -> OwnOrders.of(own, block), rules);
    int firstBlock = day.blocks().get(0).number();
    return new ReplayBase(
        problem, new Replay(budget).clear(problem), firstBlock, false, false, own, budget);
  }

  /**
   * Of a sandbox of a simulated exchange, in which nobody else bids.
   *
   * @param before what earlier auctions of the day left
   */
  public static ReplayBase of(
      List<CurveBook> books, Earlier before, List<SubmittedBid> own, WorkBudget budget) {
    AuctionProblem problem = problem(books, before, own);
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
   * @param before what earlier auctions of the day left
   * @param all the bids of every organisation
   * @param own those of the asker
   * @throws ProblemException {@code conflict} where one other organisation stands alone, so that
   *     the sum would be its bids
   */
  public static ReplayBase shared(
      List<CurveBook> books,
      Earlier before,
      List<SubmittedBid> all,
      List<SubmittedBid> own,
      WorkBudget budget) {
    Replay replay = new Replay(budget);
    Set<String> ownOrders =
        own.stream().map(bid -> OwnOrders.orderId(bid.bidId())).collect(Collectors.toSet());
    AuctionProblem whole = problem(books, before, all);
    refuseLoneBids(whole, ownOrders, owners(before, all, ownOrders));
    AuctionProblem aggregate = AnonymousBook.of(whole, replay.clear(whole), ownOrders::contains);
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
    for (AuctionPeriod period : auction.periods()) {
      Map<String, Set<Object>> contributors = new HashMap<>();
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

  private static AuctionProblem problem(
      List<CurveBook> books, Earlier before, List<SubmittedBid> bids) {
    CurveBook first = books.get(0);
    List<AuctionPeriod> periods = books.stream().map(book -> period(book, before, bids)).toList();
    return new AuctionProblem(
        first.zones(),
        periods,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        first.rules(),
        first.tick(),
        false);
  }

  private static AuctionPeriod period(CurveBook book, Earlier before, List<SubmittedBid> bids) {
    List<CurveOrder> orders = new ArrayList<>(OwnOrders.curves(bids, book.number()));
    orders.addAll(before.curves(book.number()));
    return new AuctionPeriod(
        book.block(),
        List.of(),
        book.problem(orders).orders(),
        before.left(book.links(), book.number()),
        List.of(),
        List.of(),
        List.of());
  }

  /** What clears it again; nobody stops it. */
  Replay replay() {
    return new Replay(budget);
  }

  /** The engine's number of a block's period. */
  int period(int block) {
    return block - firstBlock + 1;
  }
}
