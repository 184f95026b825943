package energy.optibid.clearing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.CurveBook;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auction of one block that is the day's 24th. INR and MW. */
class InterpolatedDayTest {
  private static final int BLOCK = 24;
  private static final CurveBook BOOK =
      new CurveBook(
          BLOCK,
          new DeliveryBlock(Instant.parse("2026-11-27T00:15:00Z"), Duration.ofMinutes(15)),
          List.of("N2"),
          List.of(curve("buy", "0", "40", "10000", "40"), curve("sell", "0", "0", "10000", "-100")),
          List.of(),
          new ClearingRules(
              Currency.getInstance("INR"),
              Price.of("0"),
              Price.of("10000"),
              Power.ofMegawatts("0.1"),
              TiePrice.MIDPOINT),
          Price.of("0.01"));

  private static CurveOrder curve(String id, String... pricesAndMegawatts) {
    return new CurveOrder(
        id,
        "N2",
        List.of(
            new CurveCorner(
                Price.of(pricesAndMegawatts[0]), Power.ofMegawatts(pricesAndMegawatts[1])),
            new CurveCorner(
                Price.of(pricesAndMegawatts[2]), Power.ofMegawatts(pricesAndMegawatts[3]))));
  }

  private static SubmittedBid sell(String firstPrice, String lastPrice, String megawatts) {
    return new SubmittedBid(
        new OrganizationId(new UUID(4, 1)),
        new UUID(1, 1),
        new UUID(2, 1),
        1,
        new BidContent(
            new UUID(3, 1),
            "N2",
            BidSide.SELL,
            null,
            List.of(
                new BidBlock(
                    BLOCK,
                    List.of(
                        new BidPoint(new BigDecimal(firstPrice), BigDecimal.ZERO),
                        new BidPoint(new BigDecimal(lastPrice), new BigDecimal(megawatts)))))));
  }

  private static DayResult clear(SubmittedBid bid) {
    ClearedBlock cleared =
        ClearedBlock.of(BLOCK, BOOK.problem(OwnOrders.curves(List.of(bid), BLOCK)));
    assertEquals(List.of(), cleared.violations());
    return DayAssembly.of(new UUID(0, 1), List.of(cleared), List.of(bid), AwardStatus.PROVISIONAL);
  }

  /** The book alone clears 40 MW at 4,000; with 100·p/10,000 more offered it is 40 MW at 2,000. */
  private static final SubmittedBid SAME_AS_THE_BOOK = sell("0", "10000", "100");

  @Test
  void curvesMeetAtTheClearingPointInABlockThatIsNotTheFirst() {
    DayResult day = clear(SAME_AS_THE_BOOK);
    BlockCurves curves =
        CurvesAround.of(BOOK, BLOCK, List.of(SAME_AS_THE_BOOK), List.of(), day.areas().get(0));
    assertEquals(BLOCK, curves.block());
    assertEquals(new BigDecimal("2000.00"), curves.clearing().price());
    assertEquals(0, new BigDecimal("10").compareTo(curves.clearing().quantityMwh()));
    // the last corner of the supply: both sells in full, a quarter of an hour long
    BlockCurves.Corner last = curves.supply().get(curves.supply().size() - 1);
    assertEquals(0, new BigDecimal("50").compareTo(last.quantityMwh()));
    assertEquals(0, new BigDecimal("10000").compareTo(last.price()));
  }

  @Test
  void aLineIsExplainedWithoutSteps() {
    AwardLine part = clear(SAME_AS_THE_BOOK).awards().get(0);
    assertEquals(AwardReason.PARTLY_IN_THE_MONEY, part.award().reason());
    assertTrue(part.sentence().contains("as far as your curve reaches"), part.sentence());
    AwardLine none = clear(sell("8000", "9000", "10")).awards().get(0);
    assertEquals(AwardReason.OUT_OF_THE_MONEY, none.award().reason());
    assertTrue(none.sentence().contains("below every price of your curve"), none.sentence());
  }
}
