package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.units.Power;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The corridors between bid areas and what the day leaves of them for the exchange. Contracted
 * flows take more at peak hours, and now and then a line is out for a day or two: that is when area
 * prices part.
 */
final class Corridors {
  private static final long OUTAGE = 21;
  private static final long LOADING = 22;

  /** What contracted flows leave of a corridor at quiet hours. */
  private static final double EXCHANGE_SHARE = 0.5;

  private record Corridor(String from, String to, int megawatts) {}

  private static final List<Corridor> ALL =
      List.of(
          new Corridor("A1", "A2", 500),
          new Corridor("A2", "E1", 900),
          new Corridor("E1", "E2", 2600),
          new Corridor("E1", "N2", 3200),
          new Corridor("E1", "W3", 2400),
          new Corridor("E2", "W3", 2200),
          new Corridor("E2", "S1", 1900),
          new Corridor("N1", "N2", 3400),
          new Corridor("N1", "N3", 1800),
          new Corridor("N2", "N3", 2400),
          new Corridor("N2", "W1", 4200),
          new Corridor("N2", "W2", 2600),
          new Corridor("W1", "W2", 4800),
          new Corridor("W1", "W3", 4000),
          new Corridor("W2", "W3", 3800),
          new Corridor("W2", "S1", 3200),
          new Corridor("W3", "S1", 2000),
          new Corridor("S1", "S2", 3600),
          new Corridor("S1", "S3", 900),
          new Corridor("S2", "S3", 1100));

  private Corridors() {}

  /**
   * The links of a block, as wide as they are for all its auctions together.
   *
   * @param tightness how tight the country's supply is, about 0 at night to 1 at the peak
   */
  static List<Link> links(long seed, LocalDate day, int block, double tightness) {
    long epochDay = day.toEpochDay();
    List<Link> links = new ArrayList<>(ALL.size());
    for (int i = 0; i < ALL.size(); i++) {
      Corridor corridor = ALL.get(i);
      double left =
          EXCHANGE_SHARE * corridor.megawatts() * available(seed, i, epochDay, block, tightness);
      Power capacity = new Power(Math.round(left) * 1000);
      links.add(
          new Link(
              corridor.from() + "-" + corridor.to(),
              corridor.from(),
              corridor.to(),
              capacity,
              capacity));
    }
    return links;
  }

  private static double available(
      long seed, int corridor, long epochDay, int block, double tightness) {
    double usual =
        1
            - 0.35 * Math.min(1, tightness)
            + 0.1 * Draws.smooth(Draws.key(seed, LOADING, corridor), epochDay + block / 96.0);
    boolean out =
        Draws.uniform(Draws.key(seed, OUTAGE, corridor, Math.floorDiv(epochDay, 2))) < 0.08;
    return Math.max(0.1, out ? usual * 0.2 : usual);
  }
}
