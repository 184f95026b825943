package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.units.Power;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole lots by largest remainder, region by region: everybody is rounded down, and the lots that
 * are missing then go to the largest remainders, ids breaking ties. Flows take the shortest ways
 * from surplus to need.
 */
final class LargestRemainder implements LotRounding {
  /** Remainders are compared to one part in so many of a lot. */
  private static final BigInteger PARTS = BigInteger.valueOf(1_000_000_000);

  private final Splitting splitting;
  private final long lot;
  private final List<Flows.Arc> arcs;
  private final Map<String, Long> lots = new HashMap<>();
  private final Map<String, Long> flows = new HashMap<>();
  private final long[] surplus;
  private boolean fits = true;

  private record Remainder(Curve curve, long parts) {}

  LargestRemainder(Splitting splitting, Power lot) {
    this.splitting = splitting;
    this.lot = lot.kilowatts();
    this.arcs =
        splitting.arcs.stream()
            .map(
                arc ->
                    new Flows.Arc(
                        arc.from(), arc.to(), inLots(arc.reverse()), inLots(arc.forward())))
            .toList();
    this.surplus = new long[splitting.zones.size()];
    takeFullLinks();
    for (int zone = 0; zone < splitting.zones.size(); zone++) {
      Region region = splitting.regionOf[zone];
      if (region.zones.get(0) == zone) {
        round(region);
        route(region);
      }
    }
  }

  /** False where the links cannot carry what these lots ask for. */
  boolean fits() {
    return fits;
  }

  @Override
  public long lotsOf(String id) {
    return lots.getOrDefault(id, 0L);
  }

  @Override
  public long flowOf(String link) {
    return flows.getOrDefault(link, 0L);
  }

  private void takeFullLinks() {
    for (int i = 0; i < arcs.size(); i++) {
      Long full = splitting.cutFlows[i];
      if (full != null) {
        long flow = inLots(full);
        flows.put(splitting.links.get(i).id(), flow);
        surplus[arcs.get(i).from()] -= flow;
        surplus[arcs.get(i).to()] += flow;
      }
    }
  }

  private void round(Region region) {
    BigInteger unitsPerLot = BigInteger.valueOf(lot << Curve.UNIT_BITS);
    List<Remainder> remainders = new ArrayList<>();
    long missing = region.zones.stream().mapToLong(zone -> surplus[zone]).sum();
    for (int i = 0; i < region.size(); i++) {
      Curve curve = region.curve(i);
      BigInteger[] quantity = region.quantity(i);
      BigInteger whole = quantity[1].multiply(unitsPerLot);
      BigInteger[] parts = quantity[0].divideAndRemainder(whole);
      boolean below = parts[1].signum() < 0;
      long down = parts[0].longValueExact() - (below ? 1 : 0);
      give(curve, down);
      missing -= down;
      if (parts[1].signum() != 0) {
        BigInteger rest = below ? parts[1].add(whole) : parts[1];
        remainders.add(new Remainder(curve, rest.multiply(PARTS).divide(whole).longValueExact()));
      }
    }
    remainders.sort(
        Comparator.comparingLong(Remainder::parts)
            .reversed()
            .thenComparing(remainder -> remainder.curve().id));
    remainders.stream().limit(missing).forEach(remainder -> give(remainder.curve(), 1));
  }

  private void give(Curve curve, long count) {
    lots.merge(curve.id, count, Long::sum);
    surplus[curve.zone] -= count;
  }

  private void route(Region region) {
    Flows routes = Flows.of(region.zones, surplus, arcs);
    fits &= routes.missing() == 0;
    routes
        .carried(arcs, region.zones)
        .forEach((arc, flow) -> flows.put(splitting.links.get(arc).id(), flow));
  }

  private long inLots(long units) {
    return units / (lot << Curve.UNIT_BITS);
  }
}
