package energy.optibid.engine.simulation;

import java.time.LocalDate;

/**
 * Weather drawn around the seasons of each area: hot before the monsoon, wet and windy in it, with
 * spells of a few days that neighbouring draws share.
 */
final class Climate {
  private static final int HOTTEST_DAY = 140;
  private static final double HOTTEST_HOUR = 15;
  private static final double SPELL_DAYS = 3;
  private static final long HEAT = 31;
  private static final long CLOUD = 32;
  private static final long WIND = 33;
  private static final long GUST = 34;
  private static final long SHADE = 35;

  private Climate() {}

  /** Weather of the day's blocks. */
  static Weather[] day(long seed, Area area, LocalDate day, int blocks) {
    long epochDay = day.toEpochDay();
    int dayOfYear = day.getDayOfYear();
    double monsoon = area.monsoon * bump(dayOfYear, area.monsoonPeak, 38);
    double summer = StrictMath.cos(2 * Math.PI * (dayOfYear - HOTTEST_DAY) / 365.25);
    double dayLength = 12 + 1.4 * StrictMath.cos(2 * Math.PI * (dayOfYear - 172) / 365.25);
    double sunrise = 12.2 - dayLength / 2;
    Weather[] weather = new Weather[blocks];
    for (int i = 0; i < blocks; i++) {
      double hour = (i + 0.5) * 24 / blocks;
      double position = (epochDay + hour / 24) / SPELL_DAYS;
      double spell = Draws.smooth(key(seed, area, HEAT), position);
      double cloud =
          clamp(
              0.15
                  + 0.55 * monsoon
                  + 0.22 * Draws.smooth(key(seed, area, CLOUD), position)
                  + 0.05 * Draws.smooth(key(seed, area, SHADE), epochDay * 24 + hour));
      double temperature =
          area.meanTemperature
              + area.yearlySwing * summer
              - 3.5 * monsoon
              + 0.5
                  * area.dailySwing
                  * (1 - 0.5 * monsoon)
                  * StrictMath.cos(2 * Math.PI * (hour - HOTTEST_HOUR) / 24)
              + 1.8 * spell;
      double wind =
          area.meanWind
              * (1 + 0.55 * monsoon + 0.12 * StrictMath.cos(2 * Math.PI * (hour - 19) / 24))
              * Math.max(
                  0.15,
                  1
                      + 0.28 * Draws.smooth(key(seed, area, WIND), position)
                      + 0.08 * Draws.smooth(key(seed, area, GUST), epochDay * 24 + hour));
      double height = StrictMath.sin(Math.PI * (hour - sunrise) / dayLength);
      double irradiance =
          hour <= sunrise || hour >= sunrise + dayLength
              ? 0
              : Math.max(0, height) * (0.9 + 0.1 * height) * (1 - 0.75 * cloud);
      weather[i] = new Weather(temperature, wind, irradiance);
    }
    return weather;
  }

  /** A bell of height 1 around a centre. */
  static double bump(double position, double centre, double width) {
    double distance = (position - centre) / width;
    return StrictMath.exp(-0.5 * distance * distance);
  }

  private static double clamp(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private static long key(long seed, Area area, long what) {
    return Draws.key(seed, what, area.ordinal());
  }
}
