package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.clearing.replay.OrderChange.PutCurve;
import energy.optibid.engine.clearing.replay.OrderChange.PutOrder;
import energy.optibid.engine.clearing.replay.OrderChange.Withdraw;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What would have happened, by hand and against cold clearings at random. Hours, MW, EUR/MWh. */
class ReplayTest {
  private static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  /** 100 MW are bought at any price; others offer 60 at 20 and 60 at 50. */
  private static final AuctionProblem WITHHOLDING =
      day(
          hour(
              1,
              1000,
              buy("load", "A", 4000, 100),
              sell("others", "A", 20, 60, 50, 60),
              sell("own", "A", 10, 50)),
          hour(2, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)));

  @Test
  void replay_withholding20Megawatts_raisesThePriceAndTheRevenue() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    Counterfactual replayed =
        REPLAY.replay(WITHHOLDING, before, List.of(new PutOrder(1, sell("own", "A", 10, 30))));

    assertEquals(new ZonePrice(1, "A", price(20), price(50), price(50)), zone(replayed, 1, "A"));
    assertEquals(price(30), zone(replayed, 1, "A").change());
    assertEquals(price(0), zone(replayed, 1, "A").impact());
    assertMoney("1000", replayed.revenueBefore());
    assertMoney("1500", replayed.revenueAfter());
    assertEquals(List.of(), replayed.otherBlocks());
    assertSame(before.period(2), replayed.after().period(2));
  }

  @Test
  void replay_addedOrder_hasNoRevenueBeforeAndItsImpactIsItsWholeChange() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    Counterfactual replayed =
        REPLAY.replay(WITHHOLDING, before, List.of(new PutOrder(2, sell("new", "A", 5, 45))));
    assertMoney("0", replayed.revenueBefore());
    assertMoney("900", replayed.revenueAfter());
    assertEquals(price(-30), zone(replayed, 2, "A").change());
    assertEquals(price(-30), zone(replayed, 2, "A").impact());
  }

  @Test
  void replay_withdrawnOrder_isTheAuctionWithoutIt() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    Counterfactual replayed = REPLAY.replay(WITHHOLDING, before, List.of(new Withdraw(1, "own")));
    assertEquals(replayed.without(), replayed.after());
    assertMoney("0", replayed.revenueAfter());
    assertEquals(price(0), zone(replayed, 1, "A").impact());
  }

  @Test
  void replay_ofWhatIsNotThere_isRefused() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    for (OrderChange change :
        List.of(
            new Withdraw(2, "own"),
            new PutOrder(3, sell("own", "A", 1, 1)),
            new PutOrder(1, sell("own", "C", 1, 1)),
            new WithdrawBlock("b"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> REPLAY.replay(WITHHOLDING, before, List.of(change)),
          change.toString());
    }
  }

  @Property(tries = 300)
  void replay_equalsAColdClearing(@ForAll long seed) {
    equalsColdClearing(
        Auctions.random(seed),
        List.of(
            new PutOrder(1, sell("own", "A", 1 + Math.floorMod(seed, 7), 4)),
            new Withdraw(2, "own"),
            new PutOrder(4, buy("new", "B", 7, 1 + Math.floorMod(seed, 5)))));
  }

  @Property(tries = 300)
  void replay_findsWhatTheSearchOverAWholeDayFinds(@ForAll long seed) {
    AuctionProblem problem = Auctions.random(seed);
    Counterfactual replayed =
        REPLAY.replay(
            problem,
            REPLAY.clear(problem),
            List.of(new PutOrder(1, sell("own", "A", 1 + Math.floorMod(seed, 7), 4))));
    AuctionResult searched = Auction.clear(replayed.changed(), WorkBudget.DEFAULT);
    assertEquals(prices(searched), prices(replayed.after()));
  }

  @Property(tries = 200)
  void replayOfCurves_equalsAColdClearing(@ForAll long seed) {
    equalsColdClearing(
        Auctions.randomCurves(seed),
        List.of(
            new PutCurve(1, curve("own", "A", 10, 0, 90, -1 - Math.floorMod(seed, 9))),
            new Withdraw(3, "own")));
  }

  private static void equalsColdClearing(AuctionProblem problem, List<OrderChange> changes) {
    Counterfactual replayed = REPLAY.replay(problem, REPLAY.clear(problem), changes);
    for (AuctionResult[] pair :
        new AuctionResult[][] {
          {REPLAY.clear(replayed.changed()), replayed.after()},
          {
            REPLAY.clear(ChangedAuction.without(problem, replayed.changedIds()).problem()),
            replayed.without()
          }
        }) {
      assertEquals(pair[0].periods(), pair[1].periods());
      // the hours stand alone, and the search over a whole day finds the same in them
      AuctionResult searched = Auction.clear(replayed.changed(), WorkBudget.DEFAULT);
      assertEquals(prices(searched), prices(replayed.after()));
      assertEquals(0, pair[0].welfare().amount().compareTo(pair[1].welfare().amount()));
    }
  }

  @Test
  void sweepOverQuantity_findsWhatToWithhold() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    Sweep sweep = new Sweep("own", Sweep.Figure.QUANTITY, 0, 60_000, 10_000);
    List<Sweep.Point> points = run(sweep, before, count -> false);
    assertEquals(7, sweep.size());
    // with 40 the offers at 20 just suffice: any price from 20 to 50 does, and the middle is paid
    assertEquals(
        List.of("0", "500", "1000", "1500", "1400", "1000", "1200"),
        points.stream().map(point -> written(point.revenue())).toList());
    assertEquals(
        List.of(price(50), price(50), price(50), price(50), price(35), price(20), price(20)),
        points.stream().map(Sweep.Point::price).toList());
  }

  @Test
  void sweepOverPrice_movesTheWholeOrder() {
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    Sweep sweep = new Sweep("own", Sweep.Figure.PRICE, 100_000, 600_000, 250_000);
    List<Sweep.Point> points = run(sweep, before, count -> false);
    // at 10: all 50 at 20; at 35 it sets the price for 40; at 60 nobody needs it
    assertEquals(
        List.of("1000", "1400", "0"),
        points.stream().map(point -> written(point.revenue())).toList());
    assertEquals(
        List.of("50.000000000", "40.000000000", "0.000000000"),
        points.stream().map(point -> point.energy().toMegawattHours().toPlainString()).toList());
  }

  @Test
  void sweep_stopped_keepsThePointsFound() {
    Sweep sweep = new Sweep("own", Sweep.Figure.QUANTITY, 0, 60_000, 10_000);
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    List<Sweep.Point> some = run(sweep, before, count -> count >= 3);
    assertEquals(run(sweep, before, count -> false).subList(0, 3), some);
  }

  @Test
  void sweep_thatLeadsNowhere_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sweep("own", Sweep.Figure.QUANTITY, -1000, 0, 1000));
    assertThrows(
        IllegalArgumentException.class, () -> new Sweep("own", Sweep.Figure.PRICE, 0, 9, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Sweep("own", Sweep.Figure.PRICE, 0, 1001, 1));
    Sweep unknown = new Sweep("nobody", Sweep.Figure.PRICE, 0, 9, 1);
    AuctionResult before = REPLAY.clear(WITHHOLDING);
    assertThrows(IllegalArgumentException.class, () -> run(unknown, before, count -> false));
  }

  @Property(tries = 60)
  void sweptOrders_keepTheirShapeAndOfferTheWholeQuantity(@ForAll long seed) {
    AuctionProblem problem = Auctions.random(seed);
    SweptOrder swept = new SweptOrder(Auctions.RULES);
    for (Order order : problem.periods().get(0).orders()) {
      long offered = order.steps().stream().mapToLong(step -> step.quantity().kilowatts()).sum();
      long wanted = 12_300;
      long scaled =
          swept.withQuantity(order, new Power(wanted)).steps().stream()
              .mapToLong(step -> step.quantity().kilowatts())
              .sum();
      assertEquals(offered == 0 ? 0 : wanted, scaled);
    }
  }

  private static List<Sweep.Point> run(Sweep sweep, AuctionResult before, IntPredicate stop) {
    List<Sweep.Point> told = new ArrayList<>();
    List<Sweep.Point> points =
        sweep.run(WITHHOLDING, before, WorkBudget.DEFAULT, told::add, () -> stop.test(told.size()));
    assertEquals(told, points);
    return points;
  }

  @Property(tries = 300)
  void anonymousBook_ofSteps_clearsAsTheAuctionDid(@ForAll long seed) {
    AuctionProblem problem = Auctions.random(seed);
    AuctionResult cleared = REPLAY.clear(problem);
    AuctionProblem aggregate = AnonymousBook.of(problem, cleared, "own"::equals);
    AuctionResult again = REPLAY.clear(aggregate);
    assertEquals(prices(cleared), prices(again));
    assertTrue(
        aggregate.periods().stream()
            .flatMap(period -> period.orders().stream())
            .allMatch(order -> order.id().equals("own") || order.id().startsWith("others/")));
    equalsColdClearing(aggregate, List.of(new PutOrder(3, sell("own", "A", 2, 5))));
  }

  @Property(tries = 200)
  void anonymousBook_ofCurves_isAFewCurvesThatReplayAsAColdClearing(@ForAll long seed) {
    AuctionProblem problem = Auctions.randomCurves(seed);
    AuctionProblem aggregate = AnonymousBook.of(problem, REPLAY.clear(problem), "own"::equals);
    equalsColdClearing(aggregate, List.of(new PutCurve(2, curve("own", "A", 10, 0, 90, -7))));
    assertTrue(
        aggregate.periods().stream()
            .allMatch(period -> period.curves().size() <= 5 && !period.curves().isEmpty()));
  }

  private static List<Price> prices(AuctionResult result) {
    return IntStream.rangeClosed(1, result.periods().size())
        .boxed()
        .flatMap(number -> result.period(number).zones().stream())
        .map(ZoneOutcome::price)
        .toList();
  }

  private static ZonePrice zone(Counterfactual replayed, int period, String zone) {
    return replayed.prices().stream()
        .filter(price -> price.period() == period && price.zone().equals(zone))
        .findFirst()
        .orElseThrow();
  }

  private static void assertMoney(String expected, Money money) {
    assertEquals(0, new BigDecimal(expected).compareTo(money.amount()), money.toString());
  }

  private static String written(Money money) {
    return money.amount().stripTrailingZeros().setScale(0).toPlainString();
  }

  /**
   * 100 MW are bought at any price; others offer 60 at 20 and 60 at 50. A block of 50 at 30 would
   * gain at 50, the price without it, and lose at 20, the price with it.
   */
  static final AuctionProblem PARADOX =
      day(
          List.of(BlockOrder.whole("block", "A", Side.SELL, price(30), Map.of(1, megawatts(50)))),
          hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)));

  @Test
  void otherBlocks_namesTheDecisionThatChanged() {
    AuctionResult before = REPLAY.clear(PARADOX);
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, before.block("block").decision());
    // with only 40 offered at 20 the block leaves 10 to the offer at 50, and is paid that
    Counterfactual replayed =
        REPLAY.replay(
            PARADOX, before, List.of(new PutOrder(1, sell("others", "A", 20, 40, 50, 60))));
    Counterfactual.BlockChange change = replayed.otherBlocks().get(0);
    assertEquals(1, replayed.otherBlocks().size());
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, change.before().orElseThrow().decision());
    assertEquals(BlockDecision.ACCEPTED, change.after().orElseThrow().decision());
    assertEquals(REPLAY.clear(replayed.changed()), replayed.after());
  }

  @Test
  void replay_ofABlock_isPaidAsItsAuctionClears() {
    AuctionResult before = REPLAY.clear(PARADOX);
    Counterfactual replayed =
        REPLAY.replay(
            PARADOX, before, List.of(new PutBlock(PARADOX.blocks().get(0).at(price(15)))));
    assertMoney("0", replayed.revenueBefore());
    assertMoney("1000", replayed.revenueAfter());
    assertEquals(price(-30), zone(replayed, 1, "A").impact());
  }

  @Test
  void otherBlocks_leavesOutThoseThatAreDecidedAsBefore() {
    AuctionProblem two =
        day(
            List.of(
                BlockOrder.whole("a", "A", Side.SELL, price(5), Map.of(2, megawatts(10))),
                BlockOrder.whole("b", "A", Side.SELL, price(30), Map.of(1, megawatts(50)))),
            hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)),
            hour(2, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 160)));
    AuctionResult before = REPLAY.clear(two);
    assertEquals(
        List.of(),
        REPLAY
            .replay(two, before, List.of(new PutOrder(1, sell("more", "A", 60, 5))))
            .otherBlocks());
    // neither is the second taken where 20 is enough for all, but it no longer misses a gain
    List<Counterfactual.BlockChange> changes =
        REPLAY
            .replay(two, before, List.of(new PutOrder(1, sell("more", "A", 20, 60))))
            .otherBlocks();
    assertEquals(List.of("b"), changes.stream().map(Counterfactual.BlockChange::blockId).toList());
    assertEquals(
        Optional.of(BlockDecision.PARADOXICALLY_REJECTED),
        changes.get(0).before().map(BlockOutcome::decision));
    assertEquals(
        Optional.of(BlockDecision.OUT_OF_THE_MONEY),
        changes.get(0).after().map(BlockOutcome::decision));
  }

  @Test
  void otherBlocks_namesWhatIsCutToAnotherShare_andWhatIsNew() {
    BlockOrder half = PARADOX.blocks().get(0).curtailableTo(Ratio.of("0.5"));
    AuctionProblem cut = ChangedAuction.of(PARADOX, List.of(new PutBlock(half))).problem();
    AuctionResult before = REPLAY.clear(cut);
    Counterfactual replayed =
        REPLAY.replay(
            cut,
            before,
            List.of(
                new PutOrder(1, sell("others", "A", 20, 70, 50, 60)),
                new PutBlock(
                    BlockOrder.whole("new", "A", Side.SELL, price(900), Map.of(1, megawatts(1))))));
    List<Counterfactual.BlockChange> changes = replayed.otherBlocks();
    assertEquals(
        List.of("block", "new"),
        changes.stream().map(Counterfactual.BlockChange::blockId).toList());
    assertEquals(Optional.of(Ratio.of("0.8")), changes.get(0).before().map(BlockOutcome::ratio));
    assertEquals(Optional.of(Ratio.of("0.6")), changes.get(0).after().map(BlockOutcome::ratio));
    assertEquals(Optional.empty(), changes.get(1).before());
  }
}
