package energy.optibid.engine.simulation;

import energy.optibid.engine.simulation.MeteredAsset.Consumer;
import energy.optibid.engine.simulation.MeteredAsset.Dispatchable;
import energy.optibid.engine.simulation.MeteredAsset.Renewable;
import energy.optibid.engine.simulation.MeteredAsset.Source;
import energy.optibid.engine.simulation.MeteredAsset.Storage;
import energy.optibid.engine.units.Power;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What meters read on a simulated day, so that what was sold and what was delivered differ as they
 * do in life: wind and sun give what the weather gives, plants follow their schedule within their
 * limits and sometimes trip, stores run empty, consumers take about what they bought.
 *
 * <p>Powers are means over a block, injection positive. A day depends on the exchange's seed, the
 * asset and its schedule alone; it begins at the first block's target, as if the evening before had
 * led there. The sizes of the errors are assumptions, stated here as constants.
 */
public final class SyntheticMeters {
  private static final long SITE = 81;
  private static final long TRACKING = 82;
  private static final long TRIP = 83;
  private static final long APPETITE = 84;

  /** Share by which one site's sun or wind differs from its area's, standard deviation. */
  private static final double SUN_SPREAD = 0.05;

  private static final double WIND_SPREAD = 0.12;
  private static final double CONSUMER_DRIFT = 0.035;
  private static final double CONSUMER_NOISE = 0.015;
  private static final int SHORTEST_TRIP = 4;
  private static final int LONGEST_TRIP = 32;

  private SyntheticMeters() {}

  /**
   * Mean power of each block of a day.
   *
   * @param schedule net power sold (positive) or bought (negative) per block, over every market
   * @throws IllegalArgumentException if the schedule does not have a block for each of the day's
   */
  public static List<Power> day(
      SimulatedExchange exchange, MeteredAsset asset, LocalDate day, List<Power> schedule) {
    if (schedule.size() != SimulatedExchange.BLOCKS) {
      throw new IllegalArgumentException(
          "a day has " + SimulatedExchange.BLOCKS + " blocks, not " + schedule.size());
    }
    Day context = new Day(exchange, Draws.key(exchange.seed(), asset.key()), day);
    long[] target = schedule.stream().mapToLong(Power::kilowatts).toArray();
    return Arrays.stream(metered(context, asset, target)).mapToObj(Power::new).toList();
  }

  private static long[] metered(Day day, MeteredAsset asset, long[] schedule) {
    if (asset instanceof Renewable park) {
      return renewable(day, park);
    }
    if (asset instanceof Dispatchable plant) {
      return dispatchable(day, plant, schedule);
    }
    if (asset instanceof Storage store) {
      return storage(day, store, schedule);
    }
    return consumer(day, (Consumer) asset, schedule);
  }

  /** By how much mean power may change from a block to the next at a ramp of so much a minute. */
  public static Power rampPerBlock(Power perMinute, Duration block) {
    return new Power(Math.multiplyExact(perMinute.kilowatts(), block.toMinutes()));
  }

  private static long[] renewable(Day day, Renewable park) {
    boolean sun = park.source() == Source.SUN;
    double spread = sun ? SUN_SPREAD : WIND_SPREAD;
    long[] metered = new long[SimulatedExchange.BLOCKS];
    for (int i = 0; i < metered.length; i++) {
      Weather weather = day.weather(park.area(), i);
      double area = sun ? weather.solarOutput() : weather.windOutput();
      double site = Math.max(0, 1 + spread * day.drift(SITE, i, 1.5));
      double share = Math.min(1, area * site);
      metered[i] =
          Math.min(
              Math.round(share * park.available().kilowatts()), kilowatts(park.maxInjection()));
    }
    return metered;
  }

  private static long[] dispatchable(Day day, Dispatchable plant, long[] schedule) {
    long most = kilowatts(plant.maxInjection());
    long least = Math.min(kilowatts(plant.minimumStable()), most);
    boolean[] out = day.trips(plant.tripsPerDay());
    long[] metered = new long[schedule.length];
    long before = onOff(schedule[0], least, most);
    for (int i = 0; i < schedule.length; i++) {
      long target = onOff(schedule[i], least, most);
      if (target > 0) {
        long error = Math.round(most * plant.trackingError() * day.noise(TRACKING, i));
        target = within(target + error, least, most);
      }
      if (out[i]) {
        before = 0; // a trip asks no ramp
      } else {
        // what starts does so at its lowest stable power; what stops leaves from there
        long up = Math.max(before + kilowatts(plant.rampUp()), least);
        long down = before - kilowatts(plant.rampDown());
        before = within(target, down < least && target == 0 ? 0 : down, Math.min(up, most));
      }
      metered[i] = before;
    }
    return metered;
  }

  /** Off, or at least the lowest stable power: off where less than half of that is asked for. */
  private static long onOff(long asked, long least, long most) {
    return asked <= 0 || 2 * asked < least ? 0 : within(asked, least, most);
  }

  private static long[] storage(Day day, Storage store, long[] schedule) {
    boolean[] out = day.trips(store.tripsPerDay());
    double hours = 24.0 / schedule.length;
    double stored = store.initialMwh();
    long[] metered = new long[schedule.length];
    for (int i = 0; i < schedule.length; i++) {
      double arriving = store.inflowMw() * hours;
      // whole kilowatts towards nothing, so that rounding takes no energy that is not there
      double canGive = (stored + arriving - store.lowestMwh()) * store.outlet() / hours;
      double canTake = (store.highestMwh() - stored) / store.intake() / hours;
      long give = Math.min(kilowatts(store.maxInjection()), (long) (1000 * Math.max(0, canGive)));
      long take = Math.min(kilowatts(store.maxWithdrawal()), (long) (1000 * Math.max(0, canTake)));
      long target = schedule[i];
      if (target != 0) {
        long size = kilowatts(target > 0 ? store.maxInjection() : store.maxWithdrawal());
        long error = Math.round(size * store.trackingError() * day.noise(TRACKING, i));
        target = target > 0 ? Math.max(0, target + error) : Math.min(0, target + error);
      }
      metered[i] = out[i] ? 0 : within(target, -take, give);
      double megawatts = metered[i] / 1000.0;
      stored +=
          arriving
              - (megawatts > 0 ? megawatts / store.outlet() : megawatts * store.intake()) * hours;
      stored = Math.min(stored, store.highestMwh());
    }
    return metered;
  }

  private static long[] consumer(Day day, Consumer consumer, long[] schedule) {
    boolean bought = Arrays.stream(schedule).anyMatch(power -> power < 0);
    long least = kilowatts(consumer.minimum());
    long most = kilowatts(consumer.contract());
    long[] metered = new long[schedule.length];
    for (int i = 0; i < schedule.length; i++) {
      double appetite =
          1 + CONSUMER_DRIFT * day.drift(APPETITE, i, 3) + CONSUMER_NOISE * day.noise(APPETITE, i);
      double need = bought ? Math.max(0, -schedule[i]) : most * profile(day, consumer, i);
      metered[i] = -within(Math.round(need * appetite), Math.min(least, most), most);
    }
    return metered;
  }

  /** Share of its contract that a consumer draws: three shifts, the day shift the fullest. */
  private static double profile(Day day, Consumer consumer, int block) {
    double hour = day.hour(block);
    double shifts = 0.62 + 0.2 * Climate.bump(hour, 11, 3.2) + 0.14 * Climate.bump(hour, 17.5, 2.6);
    double heat = 0.004 * Math.max(0, day.weather(consumer.area(), block).temperature() - 26);
    return day.isSunday() ? 0.78 * shifts + heat : shifts + heat;
  }

  private static long within(long value, long low, long high) {
    return Math.max(low, Math.min(high, value));
  }

  private static long kilowatts(Power power) {
    return power.kilowatts();
  }

  /** One asset's day: its weather and its chance. */
  private record Day(SimulatedExchange exchange, long key, LocalDate date) {
    Weather weather(String area, int index) {
      return exchange.weather(area, date, index + 1);
    }

    double hour(int index) {
      return (index + 0.5) * 24 / SimulatedExchange.BLOCKS;
    }

    boolean isSunday() {
      return date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** A slow error, mean 0 and variance about 1. */
    double drift(long what, int index, double hours) {
      return Draws.smooth(Draws.key(key, what), (date.toEpochDay() * 24 + hour(index)) / hours);
    }

    double noise(long what, int index) {
      return Draws.normal(Draws.key(key, what, date.toEpochDay(), index));
    }

    /** Blocks in which the asset stands still after a trip: at most one trip a day. */
    boolean[] trips(double perDay) {
      boolean[] out = new boolean[SimulatedExchange.BLOCKS];
      long trip = Draws.key(key, TRIP, date.toEpochDay());
      if (Draws.uniform(trip) < perDay) {
        int first = (int) Draws.between(Draws.key(trip, 1), 0, out.length);
        int length = (int) Draws.between(Draws.key(trip, 2), SHORTEST_TRIP, LONGEST_TRIP);
        Arrays.fill(out, first, Math.min(out.length, first + length), true);
      }
      return out;
    }
  }
}
