package energy.optibid.engine.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * What a day is like for everybody: weather, how much of their load the distribution companies'
 * contracts must cover, how tight that makes the country, and the price of fuel.
 *
 * <p>Day types are an assumption, not a measurement: Sundays need 7 % and national holidays 10 %
 * less than a working day, Saturdays 2 %. Festivals that differ by state are left out.
 */
final class DayConditions {
  private static final Set<MonthDay> NATIONAL_HOLIDAYS =
      Set.of(MonthDay.of(1, 26), MonthDay.of(8, 15), MonthDay.of(10, 2));

  /** Load, as a share of a company's peak, at which supply is ample. */
  private static final double AMPLE = 0.62;

  /** From there to the load at which nothing is left over. */
  private static final double MARGIN = 0.42;

  private static final long AREA_LOAD = 41;
  private static final long COUNTRY_LOAD = 42;
  private static final long FUEL = 43;

  final long epochDay;
  final int dayOfYear;
  final int blocks;

  /** Price of coal and gas against its long-run mean. */
  final double fuel;

  private final Weather[][] weather;
  private final double[][] load;
  private final double[] tightness;

  DayConditions(long seed, LocalDate day, int blocks) {
    this.epochDay = day.toEpochDay();
    this.dayOfYear = day.getDayOfYear();
    this.blocks = blocks;
    this.fuel = 1 + 0.07 * Draws.smooth(Draws.key(seed, FUEL), epochDay / 45.0);
    this.weather = new Weather[Area.ALL.size()][];
    this.load = new double[Area.ALL.size()][blocks];
    this.tightness = new double[blocks];
    double buyers = Area.totalShare(ParticipantKind.DISCOM);
    double[] shape = shape(day, blocks);
    double country =
        dayType(day) * (1 + 0.045 * Draws.smooth(Draws.key(seed, COUNTRY_LOAD), epochDay / 2.5));
    for (Area area : Area.ALL) {
      Weather[] here = Climate.day(seed, area, day, blocks);
      weather[area.ordinal()] = here;
      double local =
          country
              * (1
                  + 0.03
                      * Draws.smooth(Draws.key(seed, AREA_LOAD, area.ordinal()), epochDay / 2.0));
      for (int i = 0; i < blocks; i++) {
        double need =
            local * shape[i] * comfort(here[i].temperature()) - 0.15 * here[i].irradiance();
        load[area.ordinal()][i] = need;
        tightness[i] += area.share(ParticipantKind.DISCOM) / buyers * (need - AMPLE) / MARGIN;
      }
    }
    for (int i = 0; i < blocks; i++) {
      tightness[i] = Math.max(0, Math.min(1.25, tightness[i]));
    }
  }

  Weather weather(Area area, int block) {
    return weather[area.ordinal()][block - 1];
  }

  /** Load of an area's distribution companies net of their own solar, as a share of their peak. */
  double load(Area area, int block) {
    return load[area.ordinal()][block - 1];
  }

  /** 0 where supply is ample, about 1 where hardly anything is left over. */
  double tightness(int block) {
    return tightness[block - 1];
  }

  /** Hours since 1970 in the market's time, for what drifts. */
  double hours(int block) {
    return epochDay * 24 + (block - 0.5) * 24 / blocks;
  }

  private static double dayType(LocalDate day) {
    if (NATIONAL_HOLIDAYS.contains(MonthDay.from(day))) {
      return 0.9;
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return 0.93;
    }
    return day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.98 : 1;
  }

  /**
   * Load over the day: an evening peak all year, a morning peak in winter, hot nights in summer.
   */
  private static double[] shape(LocalDate day, int blocks) {
    double season = StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 8) / 365.25);
    double winter = Math.max(0, season);
    double summer = Math.max(0, -season);
    double[] shape = new double[blocks];
    for (int i = 0; i < blocks; i++) {
      double hour = (i + 0.5) * 24 / blocks;
      shape[i] =
          0.66
              + (0.13 + 0.26 * winter) * Climate.bump(hour, 8.3, 1.8)
              + 0.14 * Climate.bump(hour, 13.5, 3.5)
              + 0.09 * summer * Climate.bump(hour, 15.5, 2.5)
              + 0.37 * Climate.bump(hour, 19.1, 1.5)
              + (0.1 + 0.1 * summer) * (Climate.bump(hour, 22, 2) + Climate.bump(hour, -2, 2));
    }
    return shape;
  }

  /** Fans, air conditioning and pumps above 26 °C, heating below 14 °C. */
  private static double comfort(double temperature) {
    return 1 + 0.009 * Math.max(0, temperature - 26) + 0.006 * Math.max(0, 14 - temperature);
  }
}
