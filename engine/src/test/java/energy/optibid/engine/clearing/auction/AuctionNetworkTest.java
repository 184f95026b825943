package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One small auction for each thing a network may ask, whose answer is another without it; figures
 * by hand.
 */
class AuctionNetworkTest {
  private static Book market(int hours, String... zones) {
    return Book.hours(hours, zones).units(1000, 100).limits(-500, 4000);
  }

  private static Power mw(long megawatts) {
    return new Power(megawatts * 1000);
  }

  private static Price price(AuctionResult result, int hour, String zone) {
    return result.period(hour).zone(zone).price();
  }

  /** B buys what A offers cheaper, in the second hour a good deal cheaper. */
  private static Book cheaperNextHour() {
    return market(2, "A", "B")
        .link("A_B", "A", "B", 100, 100)
        .sell(1, "a1", "A", 40, 200)
        .buy(1, "b1", "B", 90, 100)
        .sell(1, "c1", "B", 40, 200)
        .sell(2, "a2", "A", 20, 200)
        .buy(2, "b2", "B", 90, 100)
        .sell(2, "c2", "B", 60, 200);
  }

  @Test
  void aRampBetweenHoursKeepsPricesApartOnALinkThatIsNotFull() {
    assertEquals(mw(100), cheaperNextHour().cleared().period(2).flow("A_B").flow());

    AuctionResult ramped = cheaperNextHour().ramp("A_B", 30, Optional.of(10L)).cleared();
    assertEquals(mw(40), ramped.period(1).flow("A_B").flow());
    assertEquals(mw(70), ramped.period(2).flow("A_B").flow());
    assertEquals(Book.euros(20), price(ramped, 2, "A"));
    assertEquals(Book.euros(60), price(ramped, 2, "B"));
  }

  /** B buys 45 MW, which A offers at 46 and B itself at 50. */
  private static Book littleCheaper() {
    return market(1, "A", "B")
        .link("A_B", "A", "B", 100, 100)
        .sell(1, "a", "A", 46, 200)
        .buy(1, "b", "B", 90, 45)
        .sell(1, "c", "B", 50, 200);
  }

  @Test
  void aLossyLineCarriesOnlyWhatIsWorthTheLoss() {
    assertEquals(mw(45), littleCheaper().cleared().period(1).flow("A_B").flow());

    AuctionResult lossy = littleCheaper().loss("A_B", "0.1").cleared();
    assertEquals(mw(0), lossy.period(1).flow("A_B").flow(), "46 / 0.9 = 51.1 > 50");

    AuctionResult worth = littleCheaper().loss("A_B", "0.05").cleared();
    // 45 MW arrive of 47.4: the least lot that delivers them
    assertEquals(Power.ofMegawatts("47.4"), worth.period(1).flow("A_B").flow());
    assertEquals(Book.euros(46), price(worth, 1, "A"));
    assertEquals(48.42, price(worth, 1, "B").toBigDecimal().doubleValue(), 0.01);
  }

  private static Book threeZones() {
    return market(1, "A", "B", "C")
        .sell(1, "a", "A", 20, 300)
        .sell(1, "b", "B", 50, 300)
        .buy(1, "c", "C", 200, 100)
        .sell(1, "d", "C", 80, 300);
  }

  @Test
  void aFlowBasedLimitMakesPricesDifferInProportionToItsFactors() {
    AuctionResult wide = threeZones().critical(1, "wide", 1_000, Map.of("A", "1")).cleared();
    assertEquals(Book.euros(20), price(wide, 1, "C"));

    AuctionResult tight =
        threeZones().critical(1, "branch", 42, Map.of("A", "0.6", "B", "0.3")).cleared();
    // 0.6·a + 0.3·b = 42 and a + b = 100: a = 40, b = 60; the branch is worth 100 per MW
    assertEquals(mw(40), tight.period(1).zone("A").netPosition());
    assertEquals(mw(60), tight.period(1).zone("B").netPosition());
    assertEquals(Book.euros(20), price(tight, 1, "A"));
    assertEquals(Book.euros(50), price(tight, 1, "B"));
    assertEquals(Book.euros(80), price(tight, 1, "C"));
  }

  private static Book besideABlock() {
    Book book =
        market(1, "A")
            .buy(1, "demand", "A", 90, 100)
            .sell(1, "cheap", "A", 30, 80)
            .sell(1, "dear", "A", 60, 80);
    return book.block(book.profile("b", "A", Side.SELL, 50, 1, 40));
  }

  @Test
  void aPriceTakingBorderHoldsThePriceABlockWouldMove() {
    assertEquals(
        BlockDecision.PARADOXICALLY_REJECTED,
        besideABlock().cleared().block("b").decision(),
        "its 40 MW bring the price from 60 to 30");

    AuctionResult held = besideABlock().border("X", 60).link("A_X", "A", "X", 500, 500).cleared();
    assertEquals(BlockDecision.ACCEPTED, held.block("b").decision());
  }
}
