package energy.optibid.engine.market.gme.sample;

import java.util.List;

/**
 * One invented zone.
 *
 * @param code zone code
 * @param peakDemand demand at the day's peak, MW
 * @param solar solar capacity, MW
 * @param steady run-of-river, geothermal, waste and wind that run all day, MW
 * @param gas thermal capacity offered at fuel cost, MW
 * @param fuelCost cost of the cheapest gas plant, EUR/MWh
 */
record SampleZone(String code, int peakDemand, int solar, int steady, int gas, int fuelCost) {
  /** The zones, sized like Italy's. */
  static final List<SampleZone> ALL =
      List.of(
          new SampleZone("NORD", 17_200, 5_200, 3_400, 11_500, 92),
          new SampleZone("CNOR", 3_100, 1_300, 900, 1_900, 96),
          new SampleZone("CSUD", 5_600, 2_700, 900, 4_600, 94),
          new SampleZone("SUD", 2_900, 3_600, 1_300, 3_900, 90),
          new SampleZone("CALA", 850, 500, 500, 2_600, 89),
          new SampleZone("SICI", 2_100, 1_600, 500, 1_900, 101),
          new SampleZone("SARD", 1_150, 1_000, 350, 1_400, 98));

  /**
   * A link inside the market.
   *
   * @param forward MW from {@code from} to {@code to}
   * @param reverse MW the other way
   */
  record SampleLink(String from, String to, int forward, int reverse) {}

  /**
   * The links: a tree, tight enough that the south is cheap at noon and the islands dear at night.
   */
  static final List<SampleLink> LINKS =
      List.of(
          new SampleLink("CALA", "SICI", 700, 700),
          new SampleLink("CALA", "SUD", 2_350, 1_100),
          new SampleLink("CNOR", "CSUD", 2_900, 2_500),
          new SampleLink("CNOR", "NORD", 3_100, 4_300),
          new SampleLink("CSUD", "SARD", 620, 700),
          new SampleLink("CSUD", "SUD", 2_000, 3_600));

  /**
   * A border of the market.
   *
   * @param usualExport MW that leave the zone in an ordinary hour, negative for imports
   * @param capacity MW either way
   */
  record SampleBorder(String zone, String neighbour, int usualExport, int capacity) {}

  /** The borders, each neighbour at one zone only. */
  static final List<SampleBorder> BORDERS =
      List.of(
          new SampleBorder("CNOR", "CORS", 40, 300),
          new SampleBorder("CSUD", "MONT", -420, 600),
          new SampleBorder("NORD", "AUST", -210, 320),
          new SampleBorder("NORD", "FRAN", -1_900, 3_600),
          new SampleBorder("NORD", "SLOV", -350, 700),
          new SampleBorder("NORD", "SVIZ", -1_600, 3_400),
          new SampleBorder("SARD", "COAC", 30, 120),
          new SampleBorder("SICI", "MALT", 90, 225),
          new SampleBorder("SUD", "GREC", -120, 500));
}
