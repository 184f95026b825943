package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearingKnownAnswersTest {
  @Test
  void sellIsMarginal_priceIsItsPrice_soldInPart() {
    ClearingResult result =
        cleared(Problems.zones("N").buy("b", "N", 100, 10).sell("s", "N", 20, 4, 50, 20).problem());
    assertPrice(result, "N", 50, 50, 50);
    assertAccepted(result, "s", 4, 6);
    assertEquals(FillReason.AT_THE_MONEY, result.fill("s").steps().get(1).reason());
    assertEquals(FillReason.IN_THE_MONEY, result.fill("b").steps().get(0).reason());
    assertEquals(
        List.of(new MarginalOrder("s", 1, "N", Side.SELL, result.zone("N").price())),
        result.zone("N").marginal());
    // (100·10 − 20·4 − 50·6)·10⁻⁷ for a quarter of an hour
    assertEquals(0, new BigDecimal("0.0000155").compareTo(result.welfare().amount()));
  }

  @Test
  void curvesMeetOnAnInterval_priceIsItsMiddle() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .buy("b", "N", 100, 10, 30, 5)
                .sell("s", "N", 20, 10, 71, 5)
                .problem());
    assertPrice(result, "N", 30, 50, 71);
    assertEquals(2, result.zone("N").marginal().size());
  }

  @Test
  void middleOfAnOddNegativeInterval_roundsDown() {
    ClearingResult result =
        cleared(Problems.zones("N").buy("b", "N", -3, 5).sell("s", "N", -6, 5).problem());
    assertPrice(result, "N", -6, -5, -3);
  }

  @Test
  void verticalGap_tradesAllItCan() {
    ClearingResult result =
        cleared(Problems.zones("N").buy("b", "N", 40, 10).sell("s", "N", 40, 7).problem());
    assertPrice(result, "N", 40, 40, 40);
    assertAccepted(result, "b", 7);
    assertAccepted(result, "s", 7);
  }

  @Test
  void equalPrice_isSharedProRata_largestRemainderToTheLot() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .buy("b", "N", 100, 10)
                .sell("s1", "N", 40, 5)
                .sell("s2", "N", 40, 5)
                .sell("s3", "N", 40, 7)
                .problem());
    // shares 2.94, 2.94, 4.12
    assertAccepted(result, "s1", 3);
    assertAccepted(result, "s2", 3);
    assertAccepted(result, "s3", 4);
  }

  @Test
  void equalRemainders_goToTheEarlierId() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .buy("b", "N", 100, 3)
                .sell("s2", "N", 40, 5)
                .sell("s1", "N", 40, 5)
                .problem());
    assertAccepted(result, "s1", 2);
    assertAccepted(result, "s2", 1);
  }

  @Test
  void equalPriceInTwoOpenZones_isSharedAcrossThem() {
    ClearingResult result =
        cleared(
            Problems.zones("N", "S")
                .buy("b", "N", 100, 90)
                .sell("n", "N", 40, 100)
                .sell("s", "S", 40, 200)
                .link("S", "N", 500, 500)
                .problem());
    assertAccepted(result, "n", 30);
    assertAccepted(result, "s", 60);
    assertEquals(60, result.flows().get(0).flow().kilowatts());
  }

  @Test
  void demandBeyondSupply_priceIsTheCap_buysThereAreCutProRata() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .limits(-500, 4000)
                .buy("b1", "N", 4000, 60)
                .buy("b2", "N", 4000, 30)
                .buy("b3", "N", 3999, 50)
                .sell("s", "N", 10, 30)
                .problem());
    assertPrice(result, "N", 4000, 4000, 4000);
    assertAccepted(result, "b1", 20);
    assertAccepted(result, "b2", 10);
    assertAccepted(result, "b3", 0);
    assertEquals(FillReason.CURTAILED_AT_LIMIT, result.fill("b1").steps().get(0).reason());
  }

  @Test
  void supplyBeyondDemand_priceIsTheFloor_sellsThereAreCutProRata() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .limits(0, 4000)
                .buy("b", "N", 100, 30)
                .sell("s1", "N", 0, 60)
                .sell("s2", "N", 0, 30)
                .problem());
    assertPrice(result, "N", 0, 0, 0);
    assertAccepted(result, "s1", 20);
    assertAccepted(result, "s2", 10);
    assertEquals(FillReason.CURTAILED_AT_LIMIT, result.fill("s2").steps().get(0).reason());
  }

  @Test
  void limitBinds_zonesSplit_flowRunsFromLowToHigh() {
    ClearingResult result =
        cleared(
            Problems.zones("N", "S")
                .buy("b", "N", 900, 100)
                .sell("n", "N", 80, 200)
                .sell("s", "S", 20, 200)
                .link("N", "S", 60, 500)
                .problem());
    assertPrice(result, "N", 80, 80, 80);
    assertPrice(result, "S", 20, 20, 20);
    LinkFlow flow = result.flows().get(0);
    assertEquals(-60, flow.flow().kilowatts());
    assertTrue(flow.binding());
    assertEquals(-60, flow.shadowPrice().tenThousandths());
    assertEquals(60, result.zone("S").netPosition().kilowatts());
    assertEquals(-60, result.zone("N").netPosition().kilowatts());
  }

  @Test
  void limitRoundedDownToTheLot() {
    ClearingProblem problem =
        Problems.zones("N", "S").lot(100).buy("b", "N", 900, 100).sell("s", "S", 20, 200).problem();
    ClearingProblem withLink =
        new ClearingProblem(
            problem.block(),
            problem.zones(),
            problem.orders(),
            List.of(new Link("S>N", "S", "N", new Power(0), new Power(5099))),
            List.of(),
            List.of(),
            problem.rules());
    ClearingResult result = cleared(withLink);
    assertEquals(5000, result.flow("S>N").flow().kilowatts());
    assertTrue(result.flow("S>N").binding());
  }

  @Test
  void borderNode_takesItsPrice_andAnchorsTheZone() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .border("FRAN", 55)
                .buy("b", "N", 100, 10, 55, 2)
                .sell("s", "N", 20, 4)
                .link("FRAN", "N", 50, 50)
                .problem());
    assertPrice(result, "N", 55, 55, 55);
    assertAccepted(result, "b", 10, 2);
    assertEquals(8, result.flows().get(0).flow().kilowatts());
  }

  @Test
  void fixedExport_takesPowerFromTheZone() {
    ClearingResult result =
        cleared(
            Problems.zones("N")
                .export("N", "COUP", 5)
                .buy("b", "N", 100, 10)
                .sell("s", "N", 20, 12, 30, 9)
                .problem());
    assertPrice(result, "N", 30, 30, 30);
    assertAccepted(result, "s", 12, 3);
  }

  @Test
  void fixedExport_thatNobodyCanServe_isRefused() {
    ClearingProblem problem =
        Problems.zones("N").export("N", "COUP", 5).sell("s", "N", 20, 2).problem();
    InfeasibleClearingException refused =
        assertThrows(InfeasibleClearingException.class, () -> Clearing.clear(problem));
    assertEquals(3, refused.missing().kilowatts());
  }

  @Test
  void meshedNetwork_loopFlowsShareTheLinks() {
    ClearingResult result =
        cleared(
            Problems.zones("A", "B", "C")
                .sell("s", "A", 10, 300)
                .buy("b", "B", 90, 90)
                .link("A", "B", 0, 100)
                .link("A", "C", 0, 100)
                .link("C", "B", 0, 100)
                .problem());
    // over the direct link f, over C 90 − f: f²/100 + 2(90 − f)²/100 is least at f = 60
    assertEquals(60, result.flow("A>B#0").flow().kilowatts());
    assertEquals(30, result.flow("A>C#1").flow().kilowatts());
    assertPrice(result, "C", 10, 10, 10);
  }

  @Test
  void zoneWithoutOrders_hasThePriceOfItsNeighbour() {
    ClearingResult result =
        cleared(
            Problems.zones("N", "EMPTY")
                .buy("b", "N", 100, 10)
                .sell("s", "N", 50, 20)
                .link("N", "EMPTY", 5, 5)
                .problem());
    assertPrice(result, "EMPTY", 50, 50, 50);
  }

  @Test
  void zoneCutOffWithoutOrders_everyPriceSupports_middleOfTheLimits() {
    ClearingResult result = cleared(Problems.zones("EMPTY").limits(-500, 4000).problem());
    assertPrice(result, "EMPTY", -500, 1750, 4000);
    assertEquals(List.of(), result.zone("EMPTY").marginal());
  }

  @Test
  void lowestAndHighestTie_takeTheEnds() {
    Problems open = Problems.zones("N").buy("b", "N", 60, 5).sell("s", "N", 20, 5);
    assertPrice(cleared(open.tie(TiePrice.LOWEST).problem()), "N", 20, 20, 60);
    assertPrice(cleared(open.tie(TiePrice.HIGHEST).problem()), "N", 20, 60, 60);
  }

  private static ClearingResult cleared(ClearingProblem problem) {
    ClearingResult result = Clearing.clear(problem);
    assertEquals(List.of(), ClearingVerifier.verify(problem, result));
    assertFalse(result.zones().isEmpty());
    return result;
  }

  private static void assertPrice(
      ClearingResult result, String zone, long low, long price, long high) {
    ZoneOutcome outcome = result.zone(zone);
    assertEquals(
        List.of(low, price, high),
        List.of(
            outcome.low().tenThousandths(),
            outcome.price().tenThousandths(),
            outcome.high().tenThousandths()));
  }

  private static void assertAccepted(ClearingResult result, String order, long... kilowatts) {
    assertEquals(
        Arrays.stream(kilowatts).boxed().toList(),
        result.fill(order).steps().stream().map(step -> step.accepted().kilowatts()).toList());
  }
}
