package energy.optibid.clearing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.Explanation;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.BlockBook;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayAssemblyTest {
  private static final UUID RUN = new UUID(0, 1);
  private static final ClearingRules RULES =
      new ClearingRules(
          Currency.getInstance("EUR"),
          Price.of("-500"),
          Price.of("4000"),
          Power.ofMegawatts("0.001"),
          TiePrice.MIDPOINT);

  /** Two areas; SUD buys 100 MW at any price, NORD sells 60 at 20.01 and 60 at 50, 30 may flow. */
  private static BlockBook book(int block, Duration duration) {
    Instant start = Instant.parse("2025-04-01T22:00:00Z").plus(duration.multipliedBy(block - 1L));
    return new BlockBook(
        block,
        new DeliveryBlock(start, duration),
        List.of("NORD", "SUD"),
        List.of(
            order("NORD", Side.SELL, "20.01", "60", "50", "60"),
            order("NORD", Side.BUY, "4000", "40"),
            order("SUD", Side.SELL, "80", "200"),
            order("SUD", Side.BUY, "4000", "100")),
        List.of(
            new Link("NORD-SUD", "NORD", "SUD", Power.ofMegawatts("30"), Power.ofMegawatts("30"))),
        List.of(),
        RULES);
  }

  private static Order order(String area, Side side, String... pricesAndMegawatts) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      steps.add(
          new Step(Price.of(pricesAndMegawatts[i]), Power.ofMegawatts(pricesAndMegawatts[i + 1])));
    }
    return new Order(BlockBook.orderId(area, side), area, side, steps);
  }

  private static SubmittedBid bid(
      int id, String area, BidSide side, int blocks, String... pricesAndMegawatts) {
    List<BidPoint> points = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      points.add(
          new BidPoint(
              new BigDecimal(pricesAndMegawatts[i]), new BigDecimal(pricesAndMegawatts[i + 1])));
    }
    List<BidBlock> curves = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      curves.add(new BidBlock(block, points));
    }
    return new SubmittedBid(
        new OrganizationId(new UUID(4, id)),
        new UUID(1, id),
        new UUID(2, id),
        1,
        new BidContent(new UUID(3, id), area, side, null, curves));
  }

  private static DayResult run(List<SubmittedBid> bids, int blocks, Duration duration) {
    List<ClearedBlock> cleared = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      ClearedBlock result =
          ClearedBlock.of(block, book(block, duration).problem(OwnOrders.of(bids, block)));
      assertEquals(List.of(), result.violations());
      cleared.add(result);
    }
    return DayAssembly.of(RUN, cleared, bids, AwardStatus.FINAL);
  }

  @Test
  void cumulativePointsBecomeIncrements() {
    SubmittedBid sell = bid(1, "NORD", BidSide.SELL, 1, "10", "5", "20", "7.5", "30", "8");
    Order order = OwnOrders.of(List.of(sell), 1).get(0);
    assertEquals(Side.SELL, order.side());
    assertEquals(
        List.of(5000L, 2500L, 500L),
        order.steps().stream().map(step -> step.quantity().kilowatts()).toList());
    assertEquals(List.of(), OwnOrders.of(List.of(sell), 2));
  }

  @Test
  void aSellAtTheFloorEarnsThePriceTimesTheEnergy() {
    SubmittedBid sell = bid(1, "NORD", BidSide.SELL, 2, "-500", "33.333");
    DayResult day = run(List.of(sell), 2, Duration.ofHours(1));
    assertEquals(2, day.awards().size());
    Award award = day.awards().get(0).award();
    assertEquals(AwardReason.IN_THE_MONEY, award.reason());
    assertEquals(0, new BigDecimal("33.333").compareTo(award.acceptedMwh()));
    assertEquals(new BigDecimal("20.01"), award.price());
    // 33.333 × 20.01 = 666.99333
    assertEquals(new BigDecimal("666.99"), award.amount());
    assertEquals("EUR", award.currency());
    assertEquals(1, day.bidsIncluded());
  }

  @Test
  void aBuyPays() {
    SubmittedBid buy = bid(1, "SUD", BidSide.BUY, 1, "4000", "10");
    Award award = run(List.of(buy), 1, Duration.ofHours(1)).awards().get(0).award();
    assertEquals(new BigDecimal("-800.00"), award.amount());
  }

  @Test
  void aQuarterHourIsAQuarterOfTheEnergy() {
    SubmittedBid buy = bid(1, "SUD", BidSide.BUY, 1, "4000", "10");
    Award award = run(List.of(buy), 1, Duration.ofMinutes(15)).awards().get(0).award();
    assertEquals(new BigDecimal("2.5"), award.acceptedMwh());
    assertEquals(new BigDecimal("-200.00"), award.amount());
  }

  @Test
  void whatIsTooDearIsToldSo() {
    SubmittedBid sell = bid(1, "SUD", BidSide.SELL, 1, "79", "50", "90", "60", "95", "70");
    AwardLine line = run(List.of(sell), 1, Duration.ofHours(1)).awards().get(0);
    assertEquals(AwardReason.PARTLY_IN_THE_MONEY, line.award().reason());
    assertEquals(new BigDecimal("50"), line.award().acceptedMwh());
    assertEquals(
        "Accepted in part: 50 of 70 MWh sold at 80.00 EUR/MWh; the price stayed below your step at"
            + " 90.00 EUR/MWh. The price in SUD was set by an order in SUD.",
        line.sentence());
    assertEquals(new Explanation.Marginal("SUD", new BigDecimal("80.00"), "sell"), line.marginal());
  }

  @Test
  void whatWasNotAcceptedIsToldWhatItNeeded() {
    SubmittedBid sell = bid(1, "SUD", BidSide.SELL, 1, "90", "10");
    AwardLine line = run(List.of(sell), 1, Duration.ofHours(1)).awards().get(0);
    assertEquals(AwardReason.OUT_OF_THE_MONEY, line.award().reason());
    assertTrue(
        line.sentence()
            .startsWith(
                "Not accepted: the price of 80.00 EUR/MWh stayed below your best step at 90.00"
                    + " EUR/MWh; to trade it had to ask for at most 80.00. "),
        line.sentence());
  }

  @Test
  void anOwnBidThatSetsThePriceIsNamedAsOwn() {
    SubmittedBid sell = bid(1, "SUD", BidSide.SELL, 1, "70", "100");
    AwardLine line = run(List.of(sell), 1, Duration.ofHours(1)).awards().get(0);
    assertEquals(AwardReason.AT_THE_MONEY, line.award().reason());
    assertTrue(line.sentence().contains("your own bid in SUD"), line.sentence());
    assertFalse(line.sentence().contains(sell.bidId().toString()), line.sentence());
  }

  @Test
  void curvesMeetAtTheClearingPointOnBothSidesOfALink() {
    SubmittedBid sell = bid(1, "NORD", BidSide.SELL, 1, "-500", "10");
    DayResult day = run(List.of(sell), 1, Duration.ofHours(1));
    for (var area : day.areas()) {
      BlockCurves curves = CurvesAround.of(book(1, Duration.ofHours(1)), List.of(sell), area);
      BigDecimal price = curves.clearing().price();
      BigDecimal quantity = curves.clearing().quantityMwh();
      assertEquals(area.prices().get(0), price);
      // at the price each side reaches the quantity, short of the price neither goes beyond it
      assertTrue(reach(curves.supply(), price, 1, 0).compareTo(quantity) >= 0, area + " supply");
      assertTrue(reach(curves.demand(), price, -1, 0).compareTo(quantity) >= 0, area + " demand");
      assertTrue(reach(curves.supply(), price, 1, -1).compareTo(quantity) <= 0, area + " supply");
      assertTrue(reach(curves.demand(), price, -1, -1).compareTo(quantity) <= 0, area + " demand");
    }
  }

  private static BigDecimal reach(
      List<BlockCurves.Corner> curve, BigDecimal price, int sign, int most) {
    return curve.stream()
        .filter(corner -> corner.price().compareTo(price) * sign <= most)
        .map(BlockCurves.Corner::quantityMwh)
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** Money is recomputed from the published price and energy alone. */
  @Property(tries = 100)
  void moneyIsPriceTimesEnergyToTheCent(
      @ForAll @IntRange(min = 1, max = 300_000) int kilowatts,
      @ForAll @IntRange(min = -50_000, max = 400_000) int cents,
      @ForAll BidSide side) {
    String price = BigDecimal.valueOf(cents, 2).toPlainString();
    String megawatts = BigDecimal.valueOf(kilowatts, 3).toPlainString();
    SubmittedBid own = bid(1, "NORD", side, 1, price, megawatts);
    DayResult day = run(List.of(own), 1, Duration.ofMinutes(15));
    Award award = day.awards().get(0).award();
    BigDecimal expected =
        award
            .price()
            .multiply(award.acceptedMwh())
            .multiply(BigDecimal.valueOf(side == BidSide.SELL ? 1 : -1))
            .setScale(2, RoundingMode.HALF_EVEN);
    assertEquals(expected, award.amount());
    assertTrue(award.acceptedMwh().compareTo(award.offeredMwh()) <= 0);
  }
}
