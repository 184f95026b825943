package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.auction.ComplexOrder.MinimumIncome;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One small auction for each feature, whose answer is another without it; figures by hand. */
class AuctionFeaturesTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  private final List<List<Order>> orders = new ArrayList<>();
  private final List<List<CurveOrder>> curves = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<BorderNode> borders = new ArrayList<>();
  private final List<FlowLimit> limits = new ArrayList<>();
  private final List<BlockOrder> blocks = new ArrayList<>();
  private final List<ComplexOrder> complexes = new ArrayList<>();
  private final List<RampLimit> ramps = new ArrayList<>();
  private final List<LineLoss> losses = new ArrayList<>();
  private List<String> zones = List.of("A");

  private void hours(int count) {
    for (int i = 0; i < count; i++) {
      orders.add(new ArrayList<>());
      curves.add(new ArrayList<>());
    }
  }

  private static Power mw(long megawatts) {
    return new Power(megawatts * 1000);
  }

  private static Price eur(long price) {
    return Price.of(BigDecimal.valueOf(price));
  }

  private void buy(int hour, String zone, long megawatts, long price) {
    hourly(hour, zone, Side.BUY, megawatts, price);
  }

  private void sell(int hour, String zone, long megawatts, long price) {
    hourly(hour, zone, Side.SELL, megawatts, price);
  }

  private void hourly(int hour, String zone, Side side, long megawatts, long price) {
    List<Order> hourly = orders.get(hour - 1);
    hourly.add(
        new Order(
            "o" + hour + "." + hourly.size(),
            zone,
            side,
            List.of(new Step(eur(price), mw(megawatts)))));
  }

  private static BlockOrder sale(String id, long price, Map<Integer, Power> quantities) {
    return BlockOrder.whole(id, "A", Side.SELL, eur(price), quantities);
  }

  private AuctionProblem problem() {
    List<AuctionPeriod> periods = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      periods.add(
          new AuctionPeriod(
              new DeliveryBlock(
                  Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(i)),
                  Duration.ofHours(1)),
              orders.get(i),
              curves.get(i),
              links,
              List.<ExternalExchange>of(),
              borders,
              limits));
    }
    return new AuctionProblem(
        zones,
        periods,
        blocks,
        complexes,
        ramps,
        losses,
        new ClearingRules(EUR, eur(-500), eur(4000), new Power(100), TiePrice.MIDPOINT),
        Price.of("0.01"),
        true);
  }

  /** The answer, once the verifier has nothing to say. */
  private AuctionResult cleared() {
    AuctionProblem problem = problem();
    AuctionResult result = Auction.clear(problem, WorkBudget.DEFAULT);
    assertEquals(Search.End.OPTIMAL, result.search().end());
    assertEquals(List.of(), AuctionVerifier.verify(problem, result));
    return result;
  }

  private static BigDecimal price(AuctionResult result, int hour, String zone) {
    return result.period(hour).zone(zone).price().toBigDecimal().stripTrailingZeros();
  }

  private static void assertPrice(String expected, AuctionResult result, int hour, String zone) {
    assertEquals(
        0,
        new BigDecimal(expected).compareTo(price(result, hour, zone)),
        () -> price(result, hour, zone).toPlainString());
  }

  @Test
  void anAllOrNoneBlockThatIsTooLargeStaysOut_andACurtailableOneIsCutToTheMarginalCorner() {
    hours(1);
    buy(1, "A", 60, 50);
    sell(1, "A", 100, 40);
    blocks.add(sale("b", 10, Map.of(1, mw(100))));
    assertTrue(cleared().block("b").ratio().isZero());

    blocks.set(0, sale("b", 10, Map.of(1, mw(100))).curtailableTo(Ratio.of("0.5")));
    AuctionResult cut = cleared();
    assertEquals(Ratio.of("0.6"), cut.block("b").ratio());
    assertPrice("10", cut, 1, "A");

    blocks.set(0, sale("b", 10, Map.of(1, mw(100))).curtailableTo(Ratio.of("0.7")));
    assertTrue(cleared().block("b").ratio().isZero(), "less than its minimum");
  }

  @Test
  void aProfileBlockEarnsByItsOwnQuantities() {
    hours(2);
    buy(1, "A", 100, 90);
    sell(1, "A", 200, 60);
    buy(2, "A", 100, 90);
    sell(2, "A", 200, 20);
    blocks.add(sale("b", 45, Map.of(1, mw(30), 2, mw(10))));
    assertEquals(
        BlockDecision.ACCEPTED, cleared().block("b").decision(), "(30·60 + 10·20) / 40 = 50");
    blocks.set(0, sale("b", 45, Map.of(1, mw(10), 2, mw(30))));
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, cleared().block("b").decision(), "30 on average");
  }

  @Test
  void aChildsSurplusCarriesItsParent_butNotTheOtherWayRound() {
    hours(2);
    buy(1, "A", 100, 90);
    sell(1, "A", 200, 20);
    buy(2, "A", 100, 90);
    sell(2, "A", 200, 60);
    BlockOrder start = sale("start", 30, Map.of(1, mw(10)));
    BlockOrder peak = sale("peak", 30, Map.of(2, mw(10)));
    blocks.add(start);
    blocks.add(peak);
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, cleared().block("start").decision());

    blocks.set(1, peak.linkedTo("start"));
    AuctionResult carried = cleared();
    assertEquals(BlockDecision.ACCEPTED, carried.block("start").decision());
    assertTrue(carried.block("start").surplus().amount().signum() < 0);

    blocks.set(0, start.linkedTo("peak"));
    blocks.set(1, peak);
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, cleared().block("start").decision());

    blocks.set(0, sale("start", 80, Map.of(1, mw(10))));
    blocks.set(1, peak.linkedTo("start"));
    assertEquals(BlockDecision.PARENT_REJECTED, cleared().block("peak").decision());
  }

  @Test
  void ofAnExclusiveGroupTheBestIsTaken_andAFlexibleOrderFindsItsHour() {
    hours(3);
    long[] levels = {30, 70, 50};
    for (int hour = 1; hour <= 3; hour++) {
      buy(hour, "A", 100, 90);
      sell(hour, "A", 200, levels[hour - 1]);
    }
    blocks.add(sale("x", 20, Map.of(1, mw(10))));
    blocks.add(sale("y", 20, Map.of(3, mw(10))));
    assertEquals(Ratio.ONE, cleared().block("x").ratio());

    blocks.replaceAll(block -> block.in("either"));
    AuctionResult grouped = cleared();
    assertEquals(BlockDecision.GROUP_USED_UP, grouped.block("x").decision());
    assertEquals(Ratio.ONE, grouped.block("y").ratio());

    blocks.clear();
    blocks.addAll(BlockOrder.flexible("f", "A", Side.SELL, eur(20), mw(10), 1, 3));
    AuctionResult flexible = cleared();
    assertEquals(Ratio.ONE, flexible.block("f@2").ratio());
    assertEquals(BlockDecision.GROUP_USED_UP, flexible.block("f@3").decision());
  }

  private static ComplexOrder plant(
      Optional<MinimumIncome> income, Optional<Power> gradient, int scheduledStop, long... offers) {
    TreeMap<Integer, List<Step>> steps = new TreeMap<>();
    for (int i = 0; i < offers.length; i += 2) {
      steps.put(i / 2 + 1, List.of(new Step(eur(offers[i + 1]), mw(offers[i]))));
    }
    return new ComplexOrder("plant", "A", steps, income, gradient, scheduledStop);
  }

  private static Optional<MinimumIncome> income(long fixed, Optional<Price> variable) {
    return Optional.of(new MinimumIncome(new Money(BigDecimal.valueOf(fixed), EUR), variable));
  }

  @Test
  void anOrderThatDoesNotEarnItsMinimumIncomeLeaves() {
    hours(2);
    for (int hour = 1; hour <= 2; hour++) {
      buy(hour, "A", 100, 90);
      sell(hour, "A", 200, 50);
    }
    complexes.add(plant(income(2_000, Optional.of(eur(30))), Optional.empty(), 0, 50, 10, 50, 10));
    AuctionResult earns = cleared();
    assertTrue(earns.complexes().get(0).active(), "100 MWh·50 = 5,000 = 2,000 + 100·30");
    assertEquals(
        0, earns.complexes().get(0).income().amount().compareTo(BigDecimal.valueOf(5_000)));

    complexes.set(
        0, plant(income(2_001, Optional.of(eur(30))), Optional.empty(), 0, 50, 10, 50, 10));
    AuctionResult left = cleared();
    assertFalse(left.complexes().get(0).active());
    assertPrice("50", left, 1, "A");
  }

  @Test
  void aScalableOrderCountsItsOwnSteps() {
    hours(1);
    buy(1, "A", 100, 90);
    sell(1, "A", 200, 50);
    complexes.add(plant(income(2_000, Optional.empty()), Optional.empty(), 0, 50, 10));
    assertTrue(cleared().complexes().get(0).active(), "(50 − 10)·50 = 2,000");
    complexes.set(0, plant(income(2_001, Optional.empty()), Optional.empty(), 0, 50, 10));
    assertFalse(cleared().complexes().get(0).active());
  }

  @Test
  void aScheduledStopLeavesTheFirstHoursInTheBook() {
    hours(2);
    for (int hour = 1; hour <= 2; hour++) {
      buy(hour, "A", 100, 90);
      sell(hour, "A", 200, 50);
    }
    complexes.add(plant(income(90_000, Optional.of(eur(0))), Optional.empty(), 1, 50, 10, 50, 10));
    AuctionResult stopping = cleared();
    assertFalse(stopping.complexes().get(0).active());
    assertEquals(mw(50), stopping.period(1).fill("plant").accepted());
    assertTrue(stopping.period(2).fills().stream().noneMatch(f -> f.orderId().equals("plant")));
  }

  @Test
  void aLoadGradientHoldsAPlantBack() {
    hours(2);
    buy(1, "A", 100, 90);
    sell(1, "A", 200, 20);
    buy(2, "A", 100, 90);
    sell(2, "A", 200, 80);
    complexes.add(plant(Optional.empty(), Optional.empty(), 0, 50, 40, 50, 40));
    AuctionResult free = cleared();
    assertEquals(mw(0), free.period(1).fill("plant").accepted());
    assertEquals(mw(50), free.period(2).fill("plant").accepted());

    complexes.set(0, plant(Optional.empty(), Optional.of(mw(30)), 0, 50, 40, 50, 40));
    AuctionResult bound = cleared();
    // 20 EUR lost below cost on each MW in hour 1 let one more earn 40 in hour 2
    assertEquals(mw(20), bound.period(1).fill("plant").accepted());
    assertEquals(mw(50), bound.period(2).fill("plant").accepted());
  }

  private void twoZones(long capacity) {
    zones = List.of("A", "B");
    links.add(new Link("A_B", "A", "B", mw(capacity), mw(capacity)));
  }

  @Test
  void aRampBetweenHoursKeepsPricesApartOnALinkThatIsNotFull() {
    hours(2);
    twoZones(100);
    sell(1, "A", 200, 40);
    buy(1, "B", 100, 90);
    sell(1, "B", 200, 40);
    sell(2, "A", 200, 20);
    buy(2, "B", 100, 90);
    sell(2, "B", 200, 60);
    AuctionResult free = cleared();
    assertEquals(mw(100), free.period(2).flow("A_B").flow());

    ramps.add(new RampLimit("A_B", mw(30), Optional.of(mw(10))));
    AuctionResult ramped = cleared();
    assertEquals(mw(40), ramped.period(1).flow("A_B").flow());
    assertEquals(mw(70), ramped.period(2).flow("A_B").flow());
    assertPrice("20", ramped, 2, "A");
    assertPrice("60", ramped, 2, "B");
  }

  @Test
  void aLossyLineCarriesOnlyWhatIsWorthTheLoss() {
    hours(1);
    twoZones(100);
    sell(1, "A", 200, 46);
    buy(1, "B", 45, 90);
    sell(1, "B", 200, 50);
    assertEquals(mw(45), cleared().period(1).flow("A_B").flow());

    losses.add(new LineLoss("A_B", Ratio.of("0.1")));
    AuctionResult lossy = cleared();
    assertEquals(mw(0), lossy.period(1).flow("A_B").flow(), "46 / 0.9 = 51.1 > 50");

    losses.set(0, new LineLoss("A_B", Ratio.of("0.05")));
    AuctionResult worth = cleared();
    // 45 MW arrive of 47.4: the least lot that delivers them
    assertEquals(Power.ofMegawatts("47.4"), worth.period(1).flow("A_B").flow());
    assertPrice("46", worth, 1, "A");
    assertEquals(48.42, price(worth, 1, "B").doubleValue(), 0.01);
  }

  @Test
  void aFlowBasedLimitMakesPricesDifferInProportionToItsFactors() {
    hours(1);
    zones = List.of("A", "B", "C");
    sell(1, "A", 300, 20);
    sell(1, "B", 300, 50);
    buy(1, "C", 100, 200);
    sell(1, "C", 300, 80);
    limits.add(new FlowLimit("wide", Map.of("A", BigDecimal.ONE), mw(1_000)));
    AuctionResult wide = cleared();
    assertPrice("20", wide, 1, "C");

    limits.set(
        0,
        new FlowLimit(
            "branch", Map.of("A", new BigDecimal("0.6"), "B", new BigDecimal("0.3")), mw(42)));
    AuctionResult tight = cleared();
    // 0.6·a + 0.3·b = 42 and a + b = 100: a = 40, b = 60; the branch is worth 100 per MW
    assertEquals(mw(40), tight.period(1).zone("A").netPosition());
    assertEquals(mw(60), tight.period(1).zone("B").netPosition());
    assertPrice("20", tight, 1, "A");
    assertPrice("50", tight, 1, "B");
    assertPrice("80", tight, 1, "C");
  }

  @Test
  void aPriceTakingBorderHoldsThePriceABlockWouldMove() {
    hours(1);
    buy(1, "A", 100, 90);
    sell(1, "A", 80, 30);
    sell(1, "A", 80, 60);
    blocks.add(sale("b", 50, Map.of(1, mw(40))));
    assertEquals(
        BlockDecision.PARADOXICALLY_REJECTED,
        cleared().block("b").decision(),
        "its 40 MW bring the price from 60 to 30");

    borders.add(new BorderNode("X", eur(60)));
    links.add(new Link("A_X", "A", "X", mw(500), mw(500)));
    assertEquals(BlockDecision.ACCEPTED, cleared().block("b").decision());
  }

  @Test
  void blocksMeetInterpolatedCurvesToo() {
    hours(2);
    for (int hour = 1; hour <= 2; hour++) {
      curves
          .get(hour - 1)
          .add(
              new CurveOrder(
                  "demand",
                  "A",
                  List.of(new CurveCorner(eur(0), mw(200)), new CurveCorner(eur(100), mw(0)))));
      curves
          .get(hour - 1)
          .add(
              new CurveOrder(
                  "supply",
                  "A",
                  List.of(new CurveCorner(eur(0), mw(0)), new CurveCorner(eur(100), mw(-200)))));
    }
    assertPrice("50", cleared(), 1, "A");
    blocks.add(sale("b", 45, Map.of(1, mw(16), 2, mw(16))));
    AuctionResult moved = cleared();
    assertEquals(BlockDecision.ACCEPTED, moved.block("b").decision());
    assertPrice("46", moved, 1, "A");
    blocks.set(0, sale("b", 47, Map.of(1, mw(16), 2, mw(16))));
    AuctionResult paradox = cleared();
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, paradox.block("b").decision());
    assertPrice("50", paradox, 2, "A");
  }
}
