package energy.optibid.engine.termahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.termahead.ReverseAuction.Award;
import energy.optibid.engine.termahead.ReverseAuction.Offer;
import energy.optibid.engine.termahead.ReverseAuction.Requirement;
import energy.optibid.engine.termahead.ReverseAuction.Result;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** INR/MWh and MW, lots of 0.1 MW. */
class ReverseAuctionTest {
  private static final Power LOT = new Power(100);

  @Test
  void theCheapestCoverTheNeedAndAllArePaidTheDearestAcceptedPrice() {
    Result result =
        clear(100, 6000, offer("a", 4000, 60), offer("b", 5000, 30), offer("c", 5500, 50));
    assertEquals(Price.of("5500"), result.price());
    assertEquals(List.of(award("a", 60), award("b", 30), award("c", 10)), result.awards());
    assertEquals(mw(100), result.accepted());
  }

  @Test
  void aNeedThatEndsWithAnOfferTakesItsPrice() {
    assertEquals(
        Price.of("4000"), clear(60, 6000, offer("a", 4000, 60), offer("b", 5000, 30)).price());
  }

  @Test
  void offersAboveTheReserveAreNotTaken() {
    Result result = clear(100, 5000, offer("a", 4000, 60), offer("b", 5001, 60));
    assertEquals(mw(60), result.accepted());
    assertEquals(Price.of("4000"), result.price());
    Result none = clear(100, 3999, offer("a", 4000, 60));
    assertNull(none.price());
    assertEquals(List.of(award("a", 0)), none.awards());
  }

  /** 10 MW over 30, 20 and 10: 5, 3.3, 1.6 and one lot left for the largest remainder, 0.066…. */
  @Test
  void equalPricesShareByVolumeToTheLot() {
    Result result =
        clear(10, 5000, offer("a", 4000, 30), offer("b", 4000, 20), offer("c", 4000, 10));
    assertEquals(
        List.of(award("a", 5), new Award("b", new Power(3300)), new Award("c", new Power(1700))),
        result.awards());
  }

  @Test
  void anOfferWhoseShareIsBelowItsMinimumMakesWay() {
    Result result =
        clear(
            30,
            5000,
            new Offer("a", Price.of("4000"), mw(40), mw(25)),
            offer("b", 4000, 40),
            offer("c", 4500, 40));
    assertEquals(List.of(award("a", 0), award("b", 30), award("c", 0)), result.awards());
    assertEquals(Price.of("4000"), result.price());
  }

  @Test
  void whatIsNotAnAuctionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> offer("a", 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> clear(10, 5000, offer("a", 1, 5), offer("a", 2, 5)));
    assertThrows(
        IllegalArgumentException.class,
        () -> clear(10, 5000, new Offer("a", Price.of("1"), new Power(150), Power.ZERO)));
    assertThrows(
        IllegalArgumentException.class, () -> new Requirement(new Power(150), Price.of("1"), LOT));
  }

  /** Bounds, one price, no better offer passed over, and no influence of the order of offers. */
  @Property
  void everyAnswerKeepsTheRules(@ForAll long seed) {
    Random random = new Random(seed);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      long quantity = 100L * (1 + random.nextInt(60));
      long minimum = random.nextInt(3) == 0 ? random.nextInt((int) quantity) : 0;
      offers.add(
          new Offer(
              "o" + i,
              Price.of(Integer.toString(3000 + 100 * random.nextInt(6))),
              new Power(quantity),
              new Power(minimum)));
    }
    Requirement requirement =
        new Requirement(new Power(100L * (1 + random.nextInt(150))), Price.of("3400"), LOT);
    Result result = ReverseAuction.clear(requirement, offers);
    List<Offer> shuffled = new ArrayList<>(offers);
    Collections.shuffle(shuffled, random);
    assertEquals(result, ReverseAuction.clear(requirement, shuffled));

    long sum = 0;
    for (Offer offer : offers) {
      Power accepted = accepted(result, offer.id());
      sum += accepted.kilowatts();
      assertTrue(accepted.compareTo(offer.quantity()) <= 0);
      assertTrue(accepted.isZero() || accepted.compareTo(offer.minimum()) >= 0);
      Price price = result.price();
      if (!accepted.isZero()) {
        assertTrue(price != null && offer.price().compareTo(price) <= 0);
      } else if (price != null && offer.price().compareTo(price) < 0) {
        assertTrue(offer.minimum().kilowatts() > 0, offer.id() + " was passed over");
      }
    }
    assertEquals(result.accepted().kilowatts(), sum);
    assertTrue(result.accepted().compareTo(requirement.quantity()) <= 0);
  }

  private static Power accepted(Result result, String id) {
    return result.awards().stream()
        .filter(award -> award.id().equals(id))
        .findFirst()
        .orElseThrow()
        .accepted();
  }

  private static Result clear(int megawatts, int reserve, Offer... offers) {
    return ReverseAuction.clear(
        new Requirement(mw(megawatts), Price.of(Integer.toString(reserve)), LOT), List.of(offers));
  }

  private static Offer offer(String id, int price, int megawatts) {
    return new Offer(id, Price.of(Integer.toString(price)), mw(megawatts), Power.ZERO);
  }

  private static Award award(String id, int megawatts) {
    return new Award(id, mw(megawatts));
  }

  private static Power mw(int megawatts) {
    return new Power(megawatts * 1000L);
  }
}
