package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.clearing.auction.ComplexOrder.MinimumIncome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What of the others' orders is left in an auction one participant may replay, by hand. */
class AnonymousBookTest {
  private static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  @Test
  void theOthersBlocks_areFixedAsAwarded() {
    AuctionProblem problem =
        day(
            List.of(BlockOrder.whole("rival", "A", Side.SELL, price(5), Map.of(1, megawatts(10)))),
            hour(1, 10, buy("load", "A", 100, 100), sell("own", "A", 10, 200)));
    AuctionProblem bare = ChangedAuction.of(problem, List.of(new WithdrawBlock("rival"))).problem();
    AuctionResult bareResult = REPLAY.clear(bare);
    AuctionResult awarded =
        new AuctionResult(
            bareResult.periods(),
            List.of(
                new BlockOutcome(
                    "rival",
                    BlockDecision.ACCEPTED,
                    Ratio.ONE,
                    new TreeMap<>(Map.of(1, megawatts(10))),
                    Money.zero(Auctions.RULES.currency()),
                    price(10),
                    price(5))),
            List.of(),
            bareResult.welfare(),
            bareResult.search());
    AuctionProblem aggregate = AnonymousBook.of(problem, awarded, "own"::equals);
    assertEquals(List.of(), aggregate.blocks());
    ClearingResult hour = REPLAY.clear(aggregate).period(1);
    assertEquals(megawatts(90), hour.fill("own").accepted());
  }

  @Test
  void whatTheOthersWereAwarded_isOneExchangeOfEachZone_whereItIsNotNothing() {
    AuctionProblem hours =
        day(
            List.of(
                block("own/b", "A", Side.SELL, 10, 3),
                block("rival/b", "A", Side.BUY, 100, 5),
                block("rival/c", "B", Side.SELL, 1, 4)),
            hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 50, 60)),
            hour(2, 1000, buy("load", "A", 4000, 100), sell("others", "A", 50, 160)));
    ComplexOrder own = complex("own/x", 20);
    AuctionProblem problem = with(hours, own, complex("rival/x", 30));

    AuctionProblem aggregate =
        AnonymousBook.of(problem, REPLAY.clear(problem), id -> id.startsWith("own/"));

    assertEquals(List.of(own), aggregate.complexes());
    assertEquals(List.of(hours.blocks().get(0)), aggregate.blocks());
    // in A 30 are sold by the complex order and 5 bought by a block
    assertEquals(
        List.of(awarded("A", -25), awarded("B", -4)), aggregate.periods().get(0).exchanges());
    assertEquals(List.of(), aggregate.periods().get(1).exchanges());
  }

  @Test
  void theOthersCurves_areOneOfEachZoneAndSide_besideOnesOwn() {
    AuctionProblem problem =
        day(
            hour(
                1,
                10,
                curve("own", "A", 10, 0, 20, -5),
                curve("p", "A", 10, 30, 40, -20),
                curve("q", "A", 10, 10, 40, 10),
                curve("r", "B", 10, 0, 40, -7)));
    AuctionProblem aggregate = AnonymousBook.of(problem, REPLAY.clear(problem), "own"::equals);
    assertEquals(
        List.of("own", "others/A/buy", "others/A/sell", "others/B/sell"),
        aggregate.periods().get(0).curves().stream().map(CurveOrder::id).toList());
    assertEquals(
        curve("others/A/buy", "A", 10, 40, 28, 10, 40, 10),
        aggregate.periods().get(0).curves().get(1));
  }

  private static ExternalExchange awarded(String zone, long export) {
    return new ExternalExchange(zone, "others/awarded", megawatts(export));
  }

  private static BlockOrder block(String id, String zone, Side side, long price, long megawatts) {
    Map<Integer, Power> quantity = Map.of(1, megawatts(megawatts));
    return BlockOrder.whole(id, zone, side, price(price), quantity);
  }

  /** Sells at 10 in the first hour, and needs no more than that. */
  private static ComplexOrder complex(String id, long megawatts) {
    return new ComplexOrder(
        id,
        "A",
        new TreeMap<>(Map.of(1, List.of(new Step(price(10), megawatts(megawatts))))),
        Optional.of(
            new MinimumIncome(Money.zero(Auctions.RULES.currency()), Optional.of(price(10)))),
        Optional.empty(),
        0);
  }

  private static AuctionProblem with(AuctionProblem problem, ComplexOrder... complexes) {
    return new AuctionProblem(
        problem.zones(),
        problem.periods(),
        problem.blocks(),
        List.of(complexes),
        problem.ramps(),
        problem.losses(),
        problem.rules(),
        problem.tick(),
        problem.partialAtTheMoney());
  }
}
