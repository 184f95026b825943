package energy.optibid.exchange.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Auctions of one day that follow each other, and what goes on from one to the next. */
final class AuctionSequenceIT {
  private final SequenceBench bench = new SequenceBench();

  @Test
  void unselectedVolumeGoesOnAndItsAwardSaysWhereItCameFrom() {
    UUID wind = bench.asset("wind", null);
    UUID bid = bench.submit("sim-gdam", wind, "2000", "120", true);

    bench.clear("sim-gdam");
    Award green = bench.award("sim-gdam", bid).award();
    assertEquals(
        0, mwh("20").compareTo(green.acceptedMwh()), "80 of 120 MW for a quarter of an hour");
    assertNull(green.carriedFrom());

    bench.clear("sim-dam");
    AwardLine carried = bench.award("sim-dam", bid);
    assertEquals("sim-gdam", carried.award().carriedFrom());
    assertEquals(0, mwh("10").compareTo(carried.award().offeredMwh()), "the 40 MW left");
    // the corridor has 20 MW left, and 40 of wind at 2,000 stand before the coal
    assertEquals(0, mwh("5").compareTo(carried.award().acceptedMwh()));
    assertEquals(0, mwh("2000").compareTo(carried.award().price()));
    assertTrue(carried.sentence().contains("carried over from sim-gdam"), carried.sentence());

    LinkOutcome corridor = bench.links("sim-dam").get(0);
    assertEquals(0, mwh("20").compareTo(corridor.forwardTakenMwh().get(0)));
    assertEquals(0, mwh("5").compareTo(corridor.forwardCapacityMwh().get(0)));
    assertEquals(0, mwh("25").compareTo(corridor.reverseCapacityMwh().get(0)));

    bench.clear("sim-hpdam");
    assertEquals(List.of(), bench.awardsOf("sim-hpdam", bid), "wind may not sell there");
    LinkOutcome last = bench.links("sim-hpdam").get(0);
    assertEquals(0, mwh("25").compareTo(last.forwardTakenMwh().get(0)), "both auctions' flows");
    assertEquals(0, BigDecimal.ZERO.compareTo(last.forwardCapacityMwh().get(0)));
  }

  /** India takes single, block and linked bids; coal at 3,000 sets the price of W2. */
  @Test
  void blockOrdersAreDecidedWithTheirAuction_andOnlyCurvesGoOn() {
    UUID plant = bench.asset("thermal", "imported_coal");
    UUID bid =
        bench.submit(
            "sim-dam",
            new BidContent(
                plant,
                "W2",
                BidSide.SELL,
                null,
                List.of(new BidBlock(1, List.of(new BidPoint(mwh("9500"), mwh("5"))))),
                true,
                List.of(
                    order("base", "20", "2500", null),
                    order("more", "10", "2900", "base"),
                    order("dear", "10", "3500", "base"))));
    bench.clear("sim-gdam");
    bench.clear("sim-dam");

    List<BlockOrderOutcome> outcomes = bench.blockOrders(bid);
    assertEquals(
        List.of(
            "base " + BlockDecision.ACCEPTED,
            "dear " + BlockDecision.OUT_OF_THE_MONEY,
            "more " + BlockDecision.ACCEPTED),
        outcomes.stream().map(one -> one.blockOrder() + " " + one.decision()).toList());
    assertEquals(
        0, mwh("2500").compareTo(outcomes.get(0).surplus()), "500 on 20 MW for 15 minutes");
    assertEquals("INR", outcomes.get(0).currency());
    List<AwardLine> awards = bench.awardsOf("sim-dam", bid);
    assertEquals(4, awards.size());
    assertNull(awards.get(0).award().blockOrder());
    assertTrue(awards.get(0).sentence().contains("your curve"), awards.get(0).sentence());
    Award base = awards.get(1).award();
    assertEquals(0, mwh("15000").compareTo(base.amount()), "5 MWh at 3,000");
    assertEquals(0, mwh("25").compareTo(bench.links("sim-dam").get(0).flowMwh().get(0).abs()));

    bench.clear("sim-hpdam");
    List<AwardLine> carried = bench.awardsOf("sim-hpdam", bid);
    assertEquals(1, carried.size(), "the curve alone");
    assertEquals(0, mwh("1.25").compareTo(carried.get(0).award().offeredMwh()));
  }

  private static BidBlockOrder order(
      String id, String megawatts, String price, @Nullable String parent) {
    return new BidBlockOrder(
        id,
        List.of(new BidBlockOrder.BlockQuantity(1, mwh(megawatts))),
        mwh(price),
        BigDecimal.ONE,
        parent,
        null,
        false);
  }

  @Test
  void whoDoesNotAskStaysInItsAuction() {
    UUID bid = bench.submit("sim-gdam", bench.asset("wind", null), "2000", "120", false);
    bench.clear("sim-gdam");
    bench.clear("sim-dam");
    assertEquals(1, bench.awardsOf("sim-gdam", bid).size());
    assertEquals(List.of(), bench.awardsOf("sim-dam", bid));
  }

  /** Storage and imported coal go on to HP-DAM from GDAM and DAM alike; domestic coal does not. */
  @Test
  void onlyEligibleSellersGoOnToTheHighPriceMarket() {
    UUID storage = bench.submit("sim-gdam", bench.asset("battery", null), "8000", "20", true);
    UUID imported =
        bench.submit("sim-dam", bench.asset("thermal", "imported_coal"), "9500", "30", true);
    UUID domestic =
        bench.submit("sim-dam", bench.asset("thermal", "domestic_coal"), "9500", "30", true);
    bench.clear("sim-gdam");
    bench.clear("sim-dam");
    bench.clear("sim-hpdam");
    Award last = bench.award("sim-hpdam", storage).award();
    assertEquals("sim-gdam", last.carriedFrom(), "the market it was placed in");
    assertEquals(0, mwh("5").compareTo(last.acceptedMwh()));
    assertEquals("sim-dam", bench.award("sim-hpdam", imported).award().carriedFrom());
    assertEquals(List.of(), bench.awardsOf("sim-hpdam", domestic));
  }

  @Test
  void anAuctionWaitsForTheOneBeforeIt() {
    ProblemException early = assertThrows(ProblemException.class, () -> bench.clear("sim-dam"));
    assertEquals(ProblemCode.CONFLICT, early.code());
    assertTrue(early.detail().contains("sim-gdam clears before sim-dam"), early.detail());
  }

  /** The bidder sees what was carried as a part of the next auction's supply. */
  @Test
  void carriedVolumeIsInTheCurvesOfTheNextAuction() {
    bench.submit("sim-gdam", bench.asset("wind", null), "2000", "120", true);
    bench.clear("sim-gdam");
    bench.clear("sim-dam");
    BlockCurves curves = bench.curves("sim-dam", "W2");
    BlockCurves.Corner last = curves.supply().get(curves.supply().size() - 1);
    assertEquals(0, mwh("60").compareTo(last.quantityMwh()), "200 MW of coal and 40 of wind");
  }

  private static BigDecimal mwh(String energy) {
    return new BigDecimal(energy);
  }
}
