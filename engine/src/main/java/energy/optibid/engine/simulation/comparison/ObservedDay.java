package energy.optibid.engine.simulation.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A delivery day as it was published or simulated.
 *
 * @param cap the highest price that day allowed, currency per MWh
 * @param prices market clearing price by block, currency per MWh
 * @param volumes cleared volume by block, MW
 * @param areaPrices price by area and block; empty where none were published
 */
public record ObservedDay(
    LocalDate day,
    double cap,
    List<Double> prices,
    List<Double> volumes,
    Map<String, List<Double>> areaPrices) {
  public ObservedDay {
    prices = List.copyOf(prices);
    volumes = List.copyOf(volumes);
    areaPrices = Map.copyOf(areaPrices);
    if (prices.isEmpty() || prices.size() != volumes.size()) {
      throw new IllegalArgumentException(
          "%d prices and %d volumes".formatted(prices.size(), volumes.size()));
    }
  }

  /** Dearest area less cheapest in a block; 0 where no areas were published. */
  double spread(int block) {
    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    for (List<Double> area : areaPrices.values()) {
      high = Math.max(high, area.get(block));
      low = Math.min(low, area.get(block));
    }
    return areaPrices.isEmpty() ? 0 : high - low;
  }
}
