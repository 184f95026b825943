package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.clearing.replay.OrderChange.PutOrder;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Blocks of a bidder changed: by hand, and against cold clearings at random. Hours, MW, EUR. */
class BlockReplayTest {
  private static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  /**
   * In each of two hours 100 MW are bought at any price and others offer 60 at 20 and 60 at 50. A
   * block of 50 at 30 in the first hour would gain at 50, the price without it, and lose at 20, the
   * price with it.
   */
  private static final BlockOrder BLOCK = block("bid/B", 30, 1, 50);

  private static final AuctionProblem DAY = twoHours(BLOCK);

  private static AuctionProblem twoHours(BlockOrder... blocks) {
    return day(
        List.of(blocks),
        hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)),
        hour(2, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)));
  }

  private static BlockOrder block(String id, long price, int hour, long megawatts) {
    return BlockOrder.whole(id, "A", Side.SELL, price(price), Map.of(hour, megawatts(megawatts)));
  }

  private static Counterfactual changed(AuctionProblem problem, BlockOrder... after) {
    return REPLAY.replay(
        problem,
        REPLAY.clear(problem),
        BlockChanges.between(problem.blocks(), List.of(after)),
        Set.of());
  }

  private static BlockDecision decision(Counterfactual replayed, String id) {
    return replayed.after().block(id).decision();
  }

  private static void assertMoney(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toPlainString());
  }

  @Test
  void anotherPrice_isDecidedAfresh() {
    Counterfactual replayed = changed(DAY, BLOCK.at(price(15)));
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, replayed.before().block("bid/B").decision());
    assertEquals(BlockDecision.ACCEPTED, decision(replayed, "bid/B"));
    assertEquals(price(20), replayed.after().period(1).zone("A").price());
    assertMoney("1000", replayed.revenueAfter().amount());
  }

  @Test
  void anotherQuantity_isDecidedAfresh() {
    Counterfactual replayed =
        changed(DAY, BLOCK.offering(new TreeMap<>(Map.of(1, megawatts(30), 2, megawatts(30)))));
    assertEquals(BlockDecision.ACCEPTED, decision(replayed, "bid/B"));
    assertMoney("3000", replayed.revenueAfter().amount());
  }

  @Test
  void aMinimumRatio_letsTheBlockInInPart() {
    Counterfactual replayed = changed(DAY, BLOCK.curtailableTo(Ratio.of("0.5")));
    BlockOutcome outcome = replayed.after().block("bid/B");
    assertEquals(BlockDecision.ACCEPTED, outcome.decision());
    // 40 of 50 leave the offer at 50 aside and still do not lose
    assertEquals(Ratio.of("0.8"), outcome.ratio());
    assertEquals(megawatts(40), outcome.accepted().get(1));
  }

  @Test
  void aBlockTakenOut_isTheAuctionWithoutIt() {
    AuctionProblem accepted = twoHours(BLOCK.at(price(15)), block("bid/C", 30, 2, 30));
    Counterfactual replayed = changed(accepted, block("bid/C", 30, 2, 30));
    assertEquals(replayed.without().periods(), replayed.after().periods());
    assertEquals(price(50), replayed.after().period(1).zone("A").price());
    assertMoney("0", replayed.revenueAfter().amount());
    assertEquals(BlockDecision.ACCEPTED, decision(replayed, "bid/C"));
  }

  @Test
  void anAddedBlock_takesPart_alsoWhereNoneWas() {
    AuctionProblem empty = twoHours();
    Counterfactual replayed = changed(empty, block("bid/N", 10, 2, 30));
    assertMoney("0", replayed.revenueBefore().amount());
    assertMoney("1500", replayed.revenueAfter().amount());
    assertEquals(REPLAY.clear(empty).periods(), replayed.without().periods());
  }

  @Test
  void aChild_isTakenOnlyWithItsParent() {
    BlockOrder dear = block("bid/P", 60, 1, 10);
    BlockOrder child = block("bid/N", 10, 2, 30).linkedTo("bid/P");
    assertEquals(
        BlockDecision.PARENT_REJECTED,
        changed(twoHours(dear), dear.at(price(400)), child.at(price(49)))
            .after()
            .block("bid/N")
            .decision());
    // what the child gains carries the parent's loss
    Counterfactual carried = changed(twoHours(dear), dear, child);
    assertEquals(BlockDecision.ACCEPTED, decision(carried, "bid/P"));
    assertEquals(BlockDecision.ACCEPTED, decision(carried, "bid/N"));
  }

  @Test
  void anExclusiveGroup_takesOne() {
    Counterfactual replayed =
        changed(DAY, block("bid/X", 10, 1, 30).in("bid/G"), block("bid/Y", 12, 2, 30).in("bid/G"));
    assertEquals(BlockDecision.ACCEPTED, decision(replayed, "bid/X"));
    assertEquals(BlockDecision.GROUP_USED_UP, decision(replayed, "bid/Y"));
  }

  @Test
  void aFlexibleOrder_goesWhereItGainsMost() {
    AuctionProblem cheapFirstHour =
        day(
            hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 160)),
            hour(2, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)));
    List<BlockOrder> flexible =
        BlockOrder.flexible("bid/F", "A", Side.SELL, price(15), megawatts(10), 1, 2);
    Counterfactual replayed = changed(cheapFirstHour, flexible.toArray(BlockOrder[]::new));
    assertEquals(BlockDecision.ACCEPTED, decision(replayed, "bid/F@2"));
    assertMoney("500", replayed.revenueAfter().amount());
    assertEquals(
        List.of("500", "500", "0"),
        revenues(
            replayed.changed(), new Sweep("bid/F", Sweep.Figure.PRICE, 100_000, 600_000, 250_000)));
  }

  @Test
  void aChildThatChangesItsParent_outlivesTheOldOne() {
    BlockOrder parent = block("bid/P", 10, 1, 10);
    BlockOrder child = block("bid/C", 10, 2, 10).linkedTo("bid/P");
    AuctionProblem family = twoHours(parent, child, block("bid/G", 9, 2, 5).linkedTo("bid/C"));
    BlockOrder free = block("bid/C", 10, 2, 10);
    assertEquals(
        List.of(new PutBlock(free), new WithdrawBlock("bid/P")),
        BlockChanges.between(family.blocks(), List.of(free)).stream()
            .filter(change -> !change.orderId().equals("bid/G"))
            .toList());
    assertEquals(List.of(free), changed(family, free).changed().blocks());
    assertEquals(List.of(), changed(family).changed().blocks());
    assertThrows(
        IllegalArgumentException.class,
        () -> BlockChanges.between(family.blocks(), List.of(child)));
  }

  @Test
  void sweepOfABlock_findsWhatItEarnsAtEachPriceAndQuantity() {
    assertEquals(
        List.of("1000", "1000", "0"),
        revenues(DAY, new Sweep("bid/B", Sweep.Figure.PRICE, 150_000, 250_000, 50_000)));
    // 30 leave the price at 50; with 40 any price from 20 to 50 is right; 50 are too many
    assertEquals(
        List.of("0", "500", "1000", "1500", "1400", "0"),
        revenues(DAY, new Sweep("bid/B", Sweep.Figure.QUANTITY, 0, 50_000, 10_000)));
  }

  @Test
  void sweepOfABlock_tellsTheRestOfItsBidWithIt() {
    AuctionProblem beside =
        ChangedAuction.of(DAY, List.of(new PutOrder(2, sell("bid", "A", 10, 5)))).problem();
    assertEquals(
        List.of("1250", "1250", "250"),
        revenues(
            beside,
            new Sweep("bid/B", Set.of("bid"), Sweep.Figure.PRICE, 150_000, 250_000, 50_000)));
  }

  private static List<String> revenues(AuctionProblem problem, Sweep sweep) {
    return sweep
        .run(problem, REPLAY.clear(problem), WorkBudget.DEFAULT, point -> {}, () -> false)
        .stream()
        .map(point -> point.revenue().amount().stripTrailingZeros().toBigInteger().toString())
        .toList();
  }

  @Test
  void ordersAlongside_areMissingWithTheChangedOnes_andPaidWithThem() {
    AuctionProblem beside =
        ChangedAuction.of(DAY, List.of(new PutOrder(2, sell("bid", "A", 10, 50)))).problem();
    Counterfactual replayed =
        REPLAY.replay(
            beside,
            REPLAY.clear(beside),
            List.of(new PutBlock(BLOCK.at(price(15)))),
            Set.of("bid", "bid/B"));
    assertEquals(price(50), replayed.without().period(2).zone("A").price());
    assertMoney("1000", replayed.revenueBefore().amount());
    assertMoney("2000", replayed.revenueAfter().amount());
  }

  @Property(tries = 400)
  void replayWithOtherBlocks_equalsAColdClearing(@ForAll long seed) {
    AuctionProblem problem = Auctions.random(seed);
    equalsAColdClearing(problem, new RandomBlocks(seed, problem, 8), seed % 2 == 0);
  }

  @Property(tries = 200)
  void replayOfCurvesWithOtherBlocks_equalsAColdClearing(@ForAll long seed) {
    AuctionProblem problem = Auctions.randomCurves(seed);
    equalsAColdClearing(problem, new RandomBlocks(seed, problem, 90), false);
  }

  private static void equalsAColdClearing(
      AuctionProblem bare, RandomBlocks blocks, boolean alsoHourly) {
    List<BlockOrder> others = blocks.others();
    List<BlockOrder> own = blocks.own();
    List<BlockOrder> wanted = blocks.own();
    AuctionProblem problem = RandomBlocks.with(bare, others, own);
    List<OrderChange> changes = new ArrayList<>(BlockChanges.between(own, wanted));
    AuctionProblem hourly = bare;
    if (alsoHourly) {
      OrderChange order = new PutOrder(1, sell("own", "A", 3, 4));
      changes.add(order);
      hourly = ChangedAuction.of(bare, List.of(order)).problem();
    }
    Counterfactual replayed = REPLAY.replay(problem, REPLAY.clear(problem), changes);
    AuctionProblem expected = RandomBlocks.with(hourly, others, wanted);
    assertEquals(Set.copyOf(expected.blocks()), Set.copyOf(replayed.changed().blocks()));
    AuctionResult cold = new Replay(WorkBudget.DEFAULT).clear(expected);
    AuctionResult found = replayed.after();
    assertEquals(cold.periods(), found.periods());
    assertEquals(cold.blocks(), found.blocks());
    assertEquals(0, cold.welfare().amount().compareTo(found.welfare().amount()));
    assertEquals(cold.search().end(), found.search().end());
  }

  @Property(tries = 150)
  void sweptBlock_isAtEachPointWhatAColdClearingFinds(@ForAll long seed) {
    AuctionProblem bare = Auctions.random(seed);
    RandomBlocks blocks = new RandomBlocks(seed, bare, 8);
    AuctionProblem problem =
        RandomBlocks.with(bare, blocks.others(), List.of(block("bid/B", 3, 1, 4)));
    Sweep sweep = new Sweep("bid/B", Sweep.Figure.PRICE, 10_000, 80_000, 10_000);
    List<Sweep.Point> points =
        sweep.run(problem, REPLAY.clear(problem), WorkBudget.DEFAULT, p -> {}, () -> false);
    assertEquals(8, points.size());
    for (Sweep.Point point : points) {
      List<BlockOrder> others = problem.blocks().subList(0, problem.blocks().size() - 1);
      AuctionProblem there =
          RandomBlocks.with(bare, others, List.of(block("bid/B", point.value() / 10_000, 1, 4)));
      AuctionResult cold = REPLAY.clear(there);
      Price paid = cold.period(1).zone("A").price();
      Power power = cold.block("bid/B").accepted().getOrDefault(1, Power.ZERO);
      assertEquals(paid, point.price());
      assertEquals(power.kilowatts() * 3600, point.energy().kilowattSeconds());
      assertTrue(
          point.revenue().amount().compareTo(paid.toBigDecimal().multiply(power.toMegawatts()))
              == 0);
    }
  }
}
