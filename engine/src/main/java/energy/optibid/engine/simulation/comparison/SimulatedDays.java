package energy.optibid.engine.simulation.comparison;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.simulation.Segment;
import energy.optibid.engine.simulation.SimulatedExchange;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Clears days of the simulated exchange as they are without anybody's bid. */
public final class SimulatedDays {
  private static final double KILOWATTS = 1_000;

  private SimulatedDays() {}

  /**
   * The day-ahead market's day under the rules of that day.
   *
   * @param rules of the market and the delivery day
   */
  public static ObservedDay dayAhead(SimulatedExchange exchange, AuctionRules rules) {
    List<CurveResult> blocks =
        IntStream.rangeClosed(1, rules.day().blockCount())
            .parallel()
            .mapToObj(block -> clear(exchange, rules, block))
            .toList();
    Map<String, List<Double>> areas = new TreeMap<>();
    for (CurveResult block : blocks) {
      for (ZoneOutcome zone : block.split().zones()) {
        areas.computeIfAbsent(zone.zone(), code -> new ArrayList<>()).add(number(zone.price()));
      }
    }
    return new ObservedDay(
        rules.deliveryDay(),
        number(rules.priceCap()),
        blocks.stream().map(block -> number(block.unconstrainedPrice())).toList(),
        blocks.stream().map(block -> block.unconstrainedVolume().kilowatts() / KILOWATTS).toList(),
        areas);
  }

  private static CurveResult clear(SimulatedExchange exchange, AuctionRules rules, int block) {
    return CurveClearing.clear(
        new CurveProblem(
            rules.day().block(block),
            rules.zones(),
            exchange.orders(Segment.DAM, rules, block),
            exchange.links(rules.deliveryDay(), block),
            new ClearingRules(
                rules.currency(),
                rules.priceFloor(),
                rules.priceCap(),
                rules.quantityLot(),
                TiePrice.MIDPOINT),
            rules.publicationTick()));
  }

  private static double number(Price price) {
    return price.toBigDecimal().doubleValue();
  }
}
