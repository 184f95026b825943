package energy.optibid.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.simulation.MeteredAsset.Consumer;
import energy.optibid.engine.simulation.MeteredAsset.Dispatchable;
import energy.optibid.engine.simulation.MeteredAsset.Renewable;
import energy.optibid.engine.simulation.MeteredAsset.Source;
import energy.optibid.engine.simulation.MeteredAsset.Storage;
import energy.optibid.engine.units.Power;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SyntheticMetersTest {
  private static final long SEED = 20260701;
  private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
  private static final int DAYS = 60;
  private static final Power NOTHING = Power.ZERO;

  private final SimulatedExchange exchange = SimulatedExchange.of(SEED);
  private final Renewable sun = new Renewable(1, "N2", Source.SUN, mw(250), mw(240));
  private final Renewable wind = new Renewable(2, "S2", Source.WIND, mw(150), mw(150));
  private final Dispatchable coal =
      new Dispatchable(3, mw(500), mw(275), mw(75), mw(75), 0.006, 0.02);
  private final Storage battery =
      new Storage(4, mw(100), mw(100), 20, 380, 200, 0, 0.94, 0.94, 0.002, 0);
  private final Storage river = new Storage(5, mw(180), NOTHING, 0, 0, 0, 90, 1, 0.9, 0.004, 0);
  private final Consumer works = new Consumer(6, "W2", mw(20), mw(80));

  @Test
  void theSameDayIsMeteredTheSameInAnyOrderOfAsking() {
    List<MeteredAsset> assets = new ArrayList<>(List.of(sun, wind, coal, battery, river, works));
    List<List<Power>> forward = assets.stream().map(asset -> day(asset, flat(10))).toList();
    SimulatedExchange again = SimulatedExchange.of(SEED);
    IntStream.range(1, 20).forEach(i -> again.weather("S2", DAY.plusDays(i), 1));
    Collections.reverse(assets);
    List<List<Power>> backward =
        new ArrayList<>(
            assets.stream()
                .map(asset -> SyntheticMeters.day(again, asset, DAY, flat(10)))
                .toList());
    Collections.reverse(backward);
    assertEquals(forward, backward);
    assertNotEquals(
        forward.get(1), SyntheticMeters.day(SimulatedExchange.of(SEED + 1), wind, DAY, flat(10)));
    assertNotEquals(
        forward.get(1), day(new Renewable(7, "S2", Source.WIND, mw(150), mw(150)), flat(10)));
  }

  @Test
  void sunAndWindGiveWhatTheWeatherGivesWhateverWasSold() {
    assertEquals(day(sun, flat(0)), day(sun, flat(200)));
    double sunHours = 0;
    double windShare = 0;
    for (int i = 0; i < DAYS; i++) {
      List<Power> park = SyntheticMeters.day(exchange, sun, DAY.plusDays(i), flat(0));
      assertTrue(park.subList(0, 20).stream().allMatch(Power::isZero), "the sun shines at night");
      assertTrue(park.subList(80, 96).stream().allMatch(Power::isZero), "the sun shines at night");
      assertTrue(park.stream().allMatch(p -> p.kilowatts() <= 240_000), "more than it may inject");
      sunHours += sum(park) / 4 / 250;
      windShare += sum(SyntheticMeters.day(exchange, wind, DAY.plusDays(i), flat(0))) / 96 / 150;
    }
    assertTrue(sunHours / DAYS > 3 && sunHours / DAYS < 8, sunHours / DAYS + " full hours of sun");
    assertTrue(
        windShare / DAYS > 0.05 && windShare / DAYS < 0.6, windShare / DAYS + " of the wind");
  }

  @Test
  void plantsFollowTheirScheduleAboutAsWellAsRealOnesDo() {
    IntFunction<Power> evening = block -> mw(block > 68 && block < 90 ? 450 : 300);
    band("coal", coal, schedule(evening), 0.2, 6);
    band("battery", battery, schedule(b -> mw(b > 72 && b <= 84 ? 80 : b < 12 ? -40 : 0)), 0, 2);
    band("river", river, flat(75), 0.1, 3);
    band("works", works, flat(-50), 1, 6);
  }

  /** What the area's weather would have suggested selling, had it been foreseen. */
  @Test
  void sitesDeviateFromTheirAreasWeatherAndWindMoreThanSun() {
    double ofSun = 0;
    double ofWind = 0;
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = DAY.plusDays(i);
      List<Power> bright = schedule(b -> power(250 * exchange.weather("N2", day, b).solarOutput()));
      List<Power> windy = schedule(b -> power(150 * exchange.weather("S2", day, b).windOutput()));
      ofSun += meanDeviation(SyntheticMeters.day(exchange, sun, day, bright), bright, 250) / DAYS;
      ofWind += meanDeviation(SyntheticMeters.day(exchange, wind, day, windy), windy, 150) / DAYS;
    }
    assertTrue(ofSun > 0.3 && ofSun < 5, ofSun + " % of capacity");
    assertTrue(ofWind > ofSun && ofWind < 12, ofWind + " % of capacity against the sun's " + ofSun);
  }

  @Test
  void aPlantNeverRampsFasterThanItCanNorRunsBelowItsLowestStablePower() {
    Dispatchable slow = new Dispatchable(8, mw(500), mw(275), mw(20), mw(15), 0.01, 0);
    List<Power> jumps = schedule(block -> mw(block % 30 < 15 ? 500 : 275));
    for (int i = 0; i < DAYS; i++) {
      List<Power> metered = SyntheticMeters.day(exchange, slow, DAY.plusDays(i), jumps);
      for (int b = 1; b < metered.size(); b++) {
        long change = metered.get(b).minus(metered.get(b - 1)).kilowatts();
        assertTrue(change <= 20_000 && change >= -15_000, "ramps by " + change + " kW");
      }
      assertTrue(
          metered.stream().allMatch(p -> p.kilowatts() >= 275_000 && p.kilowatts() <= 500_000));
    }
    assertTrue(
        day(slow, flat(100)).stream().allMatch(Power::isZero),
        "it runs at less than half its least");
    assertTrue(day(slow, flat(200)).stream().allMatch(p -> p.kilowatts() >= 275_000));
  }

  @Test
  void aTripStopsThePlantForAWhileAndItComesBack() {
    Dispatchable frail = new Dispatchable(9, mw(500), mw(0), mw(500), mw(500), 0, 1);
    List<Power> metered = day(frail, flat(400));
    long still = metered.stream().filter(Power::isZero).count();
    assertTrue(still >= 4 && still <= 32, still + " blocks");
    int trips = 0;
    for (int i = 0; i < 1000; i++) {
      trips +=
          SyntheticMeters.day(exchange, coal, DAY.plusDays(i), flat(400)).stream()
                  .anyMatch(Power::isZero)
              ? 1
              : 0;
    }
    assertTrue(trips >= 8 && trips <= 35, trips + " trips in 1,000 days");
  }

  @Test
  void aStoreGivesNoMoreThanItHolds() {
    assertEquals(
        0.94 * 180, sum(day(battery, flat(100))) / 4, 0.3, "from the initial to the lowest charge");
    assertEquals(-180 / 0.94, sum(day(battery, flat(-100))) / 4, 0.3, "to the highest charge");
    assertTrue(
        day(river, flat(180)).stream().allMatch(p -> p.kilowatts() == 81_000), "the inflow alone");
  }

  @Test
  void aConsumerThatBoughtNothingLivesByItsProfile() {
    double working = -sum(day(works, flat(0)));
    LocalDate sunday = DAY.plusDays(4);
    double free = -sum(SyntheticMeters.day(exchange, works, sunday, flat(0)));
    assertTrue(free < 0.9 * working, free + " on Sunday, " + working + " on Wednesday");
    assertTrue(
        day(works, flat(0)).stream()
            .allMatch(p -> p.kilowatts() <= -20_000 && p.kilowatts() >= -80_000));
    assertTrue(day(works, flat(-1)).stream().allMatch(p -> p.kilowatts() == -20_000));
  }

  @Test
  void aScheduleOfAnotherLengthIsRefused() {
    List<Power> hours = Collections.nCopies(24, NOTHING);
    assertThrows(IllegalArgumentException.class, () -> day(coal, hours));
    assertEquals(mw(75), SyntheticMeters.rampPerBlock(mw(5), Duration.ofMinutes(15)));
  }

  /** Mean absolute deviation in percent of the mean scheduled power, over many days. */
  private void band(
      String name, MeteredAsset asset, List<Power> schedule, double least, double most) {
    double deviation = 0;
    double reference =
        schedule.stream().mapToDouble(p -> Math.abs(p.kilowatts()) / 1000.0).average().orElse(0);
    for (int i = 0; i < DAYS; i++) {
      deviation +=
          meanDeviation(
              SyntheticMeters.day(exchange, asset, DAY.plusDays(i), schedule), schedule, reference);
    }
    double mean = deviation / DAYS;
    assertTrue(mean > least && mean < most, name + " deviates by " + mean + " %");
  }

  private static double meanDeviation(List<Power> metered, List<Power> schedule, double reference) {
    return IntStream.range(0, metered.size())
            .mapToDouble(i -> Math.abs(metered.get(i).minus(schedule.get(i)).kilowatts()) / 1000.0)
            .average()
            .orElse(0)
        / reference
        * 100;
  }

  private List<Power> day(MeteredAsset asset, List<Power> schedule) {
    return SyntheticMeters.day(exchange, asset, DAY, schedule);
  }

  private static double sum(List<Power> powers) {
    return powers.stream().mapToDouble(p -> p.kilowatts() / 1000.0).sum();
  }

  private static List<Power> flat(int megawatts) {
    return Collections.nCopies(96, mw(megawatts));
  }

  private static List<Power> schedule(IntFunction<Power> ofBlock) {
    return IntStream.rangeClosed(1, 96).mapToObj(ofBlock).toList();
  }

  private static Power mw(int megawatts) {
    return new Power(1000L * megawatts);
  }

  private static Power power(double megawatts) {
    return new Power(Math.round(megawatts * 1000));
  }
}
