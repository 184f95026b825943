package energy.optibid.engine.simulation;

/**
 * Weather of a bid area in one block.
 *
 * @param temperature °C
 * @param windSpeed at hub height, m/s
 * @param irradiance share of the clear noon sky, 0 to 1
 */
public record Weather(double temperature, double windSpeed, double irradiance) {
  private static final double CUT_IN = 3;
  private static final double RATED = 12;
  private static final double CUT_OUT = 25;

  /** Share of a wind farm's capacity that this wind gives: cubic from cut-in to rated speed. */
  public double windOutput() {
    if (windSpeed <= CUT_IN || windSpeed >= CUT_OUT) {
      return 0;
    }
    double share = Math.min(1, (windSpeed - CUT_IN) / (RATED - CUT_IN));
    return share * share * (1.6 - 0.6 * share);
  }

  /** Share of a solar park's capacity; hot panels give less. */
  public double solarOutput() {
    return irradiance * (1 - 0.004 * Math.max(0, temperature - 25));
  }
}
