package energy.optibid.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.sequence.CorridorPriority.Taken;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** INR/MWh and MW. */
class CarriedVolumeTest {

  /** 0 at 1,000 to 100 at 3,000; 30 were sold, which the curve offers from 1,600 on. */
  @Test
  void aSaleBeginsWhereTheAcceptedPartEnds() {
    CurveOrder order = curve(1000, 0, 3000, -100);
    assertEquals(
        List.of(corner("1000", 0), corner("1600", 0), corner("3000", -70)),
        CarriedVolume.of(order, mw(30)).orElseThrow().corners());
  }

  @Test
  void aPurchaseEndsWhereTheAcceptedPartBegins() {
    CurveOrder order = curve(1000, 100, 3000, 0);
    assertEquals(
        List.of(corner("1000", 70), corner("2400", 0), corner("3000", 0)),
        CarriedVolume.of(order, mw(30)).orElseThrow().corners());
  }

  /** A third of the way: 1,666.6666… is no price; a seller asks more, a buyer gives less. */
  @Test
  void anUnevenCrossingIsRoundedToTheBiddersFavour() {
    assertEquals(
        corner("1666.6667", 0),
        CarriedVolume.of(curve(1000, 0, 3000, -3), mw(1)).orElseThrow().corners().get(1));
    assertEquals(
        corner("2333.3333", 0),
        CarriedVolume.of(curve(1000, 3, 3000, 0), mw(1)).orElseThrow().corners().get(1));
  }

  @Test
  void allOrNothingAccepted() {
    CurveOrder order = curve(1000, 0, 3000, -100);
    assertTrue(CarriedVolume.of(order, mw(100)).isEmpty());
    assertEquals(order, CarriedVolume.of(order, Power.ZERO).orElseThrow());
  }

  @Test
  void whatCannotBeCarriedIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> CarriedVolume.of(curve(1000, 50, 3000, -50), mw(10)));
    assertThrows(
        IllegalArgumentException.class, () -> CarriedVolume.of(curve(1000, 0, 3000, -50), mw(51)));
  }

  /** Whatever the next auction's price, both together stay within the bid at that price. */
  @Property
  void bothAwardsStayWithinTheCurve(
      @ForAll long seed,
      @ForAll @LongRange(max = 100) long percent,
      @ForAll @LongRange(max = 12_000) long rupees) {
    Random random = new Random(seed);
    boolean sale = random.nextBoolean();
    CurveOrder order = random(random, sale);
    long most =
        Math.max(
            order.corners().get(0).quantity().kilowatts(),
            -order.corners().get(order.corners().size() - 1).quantity().kilowatts());
    long accepted = most * percent / 100 / 100 * 100;
    CurveOrder left = CarriedVolume.of(order, new Power(accepted)).orElse(null);
    if (left == null) {
      assertEquals(most, accepted);
      return;
    }
    Price price = new Price(rupees * 10_000);
    BigDecimal whole = at(order, price).abs();
    BigDecimal more = at(left, price).abs();
    BigDecimal unselected = whole.subtract(BigDecimal.valueOf(accepted)).max(BigDecimal.ZERO);
    BigDecimal tolerance = new BigDecimal("0.000001");
    assertTrue(more.subtract(unselected).compareTo(tolerance) <= 0, more + " of " + unselected);
    // at the last price nothing is lost
    Price last = order.corners().get(order.corners().size() - 1).price();
    assertEquals(
        0,
        at(left, last)
            .abs()
            .compareTo(
                at(order, last).abs().subtract(BigDecimal.valueOf(accepted)).max(BigDecimal.ZERO)));
  }

  @Test
  void corridorsAreTakenByDirection() {
    Link link = new Link("l", "A", "B", mw(40), mw(100));
    Taken taken = Taken.NOTHING.and(mw(30)).and(mw(-50)).and(mw(20));
    assertEquals(new Taken(mw(50), mw(50)), taken);
    assertEquals(
        List.of(new Link("l", "A", "B", Power.ZERO, mw(50))),
        CorridorPriority.left(List.of(link), Map.of("l", taken)));
    assertEquals(List.of(link), CorridorPriority.left(List.of(link), Map.of()));
  }

  private static CurveOrder random(Random random, boolean sale) {
    List<CurveCorner> corners = new ArrayList<>();
    long price = random.nextInt(2000);
    long quantity = sale ? 0 : 100_000;
    for (int i = 0; i < 5; i++) {
      corners.add(new CurveCorner(new Price(price * 10_000), new Power(quantity)));
      price += random.nextInt(3) == 0 ? 0 : random.nextInt(2000);
      quantity -= 100L * random.nextInt(200);
    }
    if (!sale) {
      corners.replaceAll(
          c -> new CurveCorner(c.price(), new Power(Math.max(0, c.quantity().kilowatts()))));
    }
    return new CurveOrder("c", "A", corners);
  }

  /** The curve's least quantity at a price, kW. */
  private static BigDecimal at(CurveOrder order, Price price) {
    List<CurveCorner> corners = order.corners();
    long x = price.tenThousandths();
    if (x < corners.get(0).price().tenThousandths()) {
      return BigDecimal.valueOf(corners.get(0).quantity().kilowatts());
    }
    for (int i = corners.size() - 1; i >= 0; i--) {
      long from = corners.get(i).price().tenThousandths();
      if (from <= x) {
        long quantity = corners.get(i).quantity().kilowatts();
        if (i == corners.size() - 1) {
          return BigDecimal.valueOf(quantity);
        }
        long to = corners.get(i + 1).price().tenThousandths();
        long next = corners.get(i + 1).quantity().kilowatts();
        return BigDecimal.valueOf(quantity)
            .add(
                BigDecimal.valueOf(next - quantity)
                    .multiply(BigDecimal.valueOf(x - from))
                    .divide(BigDecimal.valueOf(to - from), MathContext.DECIMAL128));
      }
    }
    throw new AssertionError("no corner at or below " + price);
  }

  private static CurveOrder curve(int price, int megawatts, int nextPrice, int nextMegawatts) {
    return new CurveOrder(
        "c",
        "A",
        List.of(
            corner(Integer.toString(price), megawatts),
            corner(Integer.toString(nextPrice), nextMegawatts)));
  }

  private static CurveCorner corner(String price, int megawatts) {
    return new CurveCorner(Price.of(price), mw(megawatts));
  }

  private static Power mw(int megawatts) {
    return new Power(megawatts * 1000L);
  }
}
