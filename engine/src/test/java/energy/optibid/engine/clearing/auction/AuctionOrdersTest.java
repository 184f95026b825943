package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One small auction for each kind of order that couples hours, whose answer is another without it;
 * figures by hand.
 */
class AuctionOrdersTest {
  private static final long NONE = -1;

  private static Book market(int hours) {
    return Book.hours(hours, "A").units(1000, 100).limits(-500, 4000);
  }

  /** In each hour 100 MW are wanted at 90 and 200 offered at the level of the hour. */
  private static Book levels(long... offers) {
    Book book = market(offers.length);
    for (int hour = 1; hour <= offers.length; hour++) {
      book.buy(hour, "demand" + hour, "A", 90, 100)
          .sell(hour, "supply" + hour, "A", offers[hour - 1], 200);
    }
    return book;
  }

  private static BlockOrder sale(String id, long price, int first, long... megawatts) {
    return market(first).profile(id, "A", Side.SELL, price, first, megawatts);
  }

  private static Power mw(long megawatts) {
    return new Power(megawatts * 1000);
  }

  private static Price price(AuctionResult result, int hour) {
    return result.period(hour).zone("A").price();
  }

  private static AuctionResult besideATighterDemand(BlockOrder block) {
    return market(1)
        .buy(1, "demand", "A", 50, 60)
        .sell(1, "supply", "A", 40, 100)
        .block(block)
        .cleared();
  }

  @Test
  void anAllOrNoneBlockThatIsTooLargeStaysOut_andACurtailableOneIsCutToTheMarginalCorner() {
    BlockOrder whole = sale("b", 10, 1, 100);
    assertTrue(besideATighterDemand(whole).block("b").ratio().isZero());

    AuctionResult cut = besideATighterDemand(whole.curtailableTo(Ratio.of("0.5")));
    assertEquals(Ratio.of("0.6"), cut.block("b").ratio());
    assertEquals(Book.euros(10), price(cut, 1));

    AuctionResult out = besideATighterDemand(whole.curtailableTo(Ratio.of("0.7")));
    assertTrue(out.block("b").ratio().isZero(), "less than its minimum");
  }

  @Test
  void aProfileBlockEarnsByItsOwnQuantities() {
    AuctionResult early = levels(60, 20).block(sale("b", 45, 1, 30, 10)).cleared();
    assertEquals(BlockDecision.ACCEPTED, early.block("b").decision(), "(30·60 + 10·20) / 40 = 50");
    AuctionResult late = levels(60, 20).block(sale("b", 45, 1, 10, 30)).cleared();
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, late.block("b").decision(), "30 on average");
  }

  @Test
  void aChildsSurplusCarriesItsParent_butNotTheOtherWayRound() {
    BlockOrder start = sale("start", 30, 1, 10);
    BlockOrder peak = sale("peak", 30, 2, 10);
    AuctionResult apart = levels(20, 60).block(start).block(peak).cleared();
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, apart.block("start").decision());

    AuctionResult carried = levels(20, 60).block(start).block(peak.linkedTo("start")).cleared();
    assertEquals(BlockDecision.ACCEPTED, carried.block("start").decision());
    assertTrue(carried.block("start").surplus().amount().signum() < 0);

    AuctionResult turned = levels(20, 60).block(start.linkedTo("peak")).block(peak).cleared();
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, turned.block("start").decision());

    AuctionResult dear =
        levels(20, 60).block(sale("start", 80, 1, 10)).block(peak.linkedTo("start")).cleared();
    assertEquals(BlockDecision.PARENT_REJECTED, dear.block("peak").decision());
  }

  @Test
  void ofAnExclusiveGroupTheBestIsTaken_andAFlexibleOrderFindsItsHour() {
    BlockOrder first = sale("x", 20, 1, 10);
    BlockOrder last = sale("y", 20, 3, 10);
    AuctionResult both = levels(30, 70, 50).block(first).block(last).cleared();
    assertEquals(Ratio.ONE, both.block("x").ratio());

    AuctionResult grouped =
        levels(30, 70, 50).block(first.in("either")).block(last.in("either")).cleared();
    assertEquals(BlockDecision.GROUP_USED_UP, grouped.block("x").decision());
    assertEquals(Ratio.ONE, grouped.block("y").ratio());

    List<BlockOrder> anyHour =
        BlockOrder.flexible("f", "A", Side.SELL, Book.euros(20), mw(10), 1, 3);
    AuctionResult flexible = levels(30, 70, 50).blocks(anyHour).cleared();
    assertEquals(Ratio.ONE, flexible.block("f@2").ratio());
    assertEquals(BlockDecision.GROUP_USED_UP, flexible.block("f@3").decision());
  }

  /** 50 MW of a plant at one price in each hour of a market at these levels; as in a book. */
  private static AuctionResult withPlant(
      long price, long fixed, long variable, long gradient, int scheduledStop, long... levels) {
    long[][] steps = new long[levels.length][];
    Arrays.fill(steps, new long[] {price, 50});
    return levels(levels)
        .complex("plant", "A", fixed, variable, gradient, scheduledStop, steps)
        .cleared();
  }

  @Test
  void anOrderThatDoesNotEarnItsMinimumIncomeLeaves() {
    AuctionResult earns = withPlant(10, 2_000, 30, NONE, 0, 50, 50);
    assertTrue(earns.complexes().get(0).active(), "100 MWh·50 = 5,000 = 2,000 + 100·30");
    assertEquals(
        0, earns.complexes().get(0).income().amount().compareTo(BigDecimal.valueOf(5_000)));

    AuctionResult left = withPlant(10, 2_001, 30, NONE, 0, 50, 50);
    assertFalse(left.complexes().get(0).active());
    assertEquals(Book.euros(50), price(left, 1));
  }

  @Test
  void aScalableOrderCountsItsOwnSteps() {
    AuctionResult earns = withPlant(10, 2_000, NONE, NONE, 0, 50);
    assertTrue(earns.complexes().get(0).active(), "(50 − 10)·50 = 2,000");
    AuctionResult left = withPlant(10, 2_001, NONE, NONE, 0, 50);
    assertFalse(left.complexes().get(0).active());
  }

  @Test
  void aScheduledStopLeavesTheFirstHoursInTheBook() {
    AuctionResult stopping = withPlant(10, 90_000, 0, NONE, 1, 50, 50);
    assertFalse(stopping.complexes().get(0).active());
    assertEquals(mw(50), stopping.period(1).fill("plant").accepted());
    assertTrue(stopping.period(2).fills().stream().noneMatch(f -> f.orderId().equals("plant")));
  }

  @Test
  void aLoadGradientHoldsAPlantBack() {
    AuctionResult free = withPlant(40, NONE, NONE, NONE, 0, 20, 80);
    assertEquals(mw(0), free.period(1).fill("plant").accepted());
    assertEquals(mw(50), free.period(2).fill("plant").accepted());

    AuctionResult bound = withPlant(40, NONE, NONE, 30, 0, 20, 80);
    // 20 EUR lost below cost on each MW in hour 1 let one more earn 40 in hour 2
    assertEquals(mw(20), bound.period(1).fill("plant").accepted());
    assertEquals(mw(50), bound.period(2).fill("plant").accepted());
  }

  private static Book curves() {
    Book book = market(2);
    for (int hour = 1; hour <= 2; hour++) {
      book.curve(hour, "demand", "A", 0, 200, 100, 0).curve(hour, "supply", "A", 0, 0, 100, -200);
    }
    return book;
  }

  @Test
  void blocksMeetInterpolatedCurvesToo() {
    assertEquals(Book.euros(50), price(curves().cleared(), 1));
    AuctionResult moved = curves().block(sale("b", 45, 1, 16, 16)).cleared();
    assertEquals(BlockDecision.ACCEPTED, moved.block("b").decision());
    assertEquals(Book.euros(46), price(moved, 1));
    AuctionResult paradox = curves().block(sale("b", 47, 1, 16, 16)).cleared();
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, paradox.block("b").decision());
    assertEquals(Book.euros(50), price(paradox, 2));
  }
}
