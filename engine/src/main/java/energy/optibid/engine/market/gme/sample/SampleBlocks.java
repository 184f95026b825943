package energy.optibid.engine.market.gme.sample;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.gme.GmeRow;
import energy.optibid.engine.market.gme.PublishedDecision;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Block orders of an invented day whose prices are known. In each zone one sale is well in the
 * money and stands accepted among what runs at any price; another is well out of it; and in the
 * largest zone one would gain a little but is so large that it would bring the price below its own
 * limit: a paradoxical rejection. Nothing is drawn, so that the day's other rows stay as they are.
 */
final class SampleBlocks {
  private static final String LARGEST_ZONE = "NORD";
  private static final Power SMALL = new Power(40_000);
  private static final Power LARGE = new Power(1_500_000);

  private final DeliveryDay day;
  private final List<GmeRow.BookStep> folded;

  /** By period, then zone. */
  private final List<Map<String, BigDecimal>> prices;

  private final List<GmeRow> blocks = new ArrayList<>();
  private final List<GmeRow.BookStep> simple;

  /**
   * @param folded the day's books with accepted blocks in them
   */
  SampleBlocks(
      DeliveryDay day, List<GmeRow.BookStep> folded, List<Map<String, BigDecimal>> prices) {
    this.day = day;
    this.folded = folded;
    this.prices = prices;
    this.simple = new ArrayList<>(folded);
    for (SampleZone zone : SampleZone.ALL) {
      accepted(zone.code(), hours(7, 14));
      add(zone.code(), 2, hours(16, 21), SMALL, 6, PublishedDecision.REJECTED);
    }
    add(LARGEST_ZONE, 3, hours(18, 20), LARGE, -1, PublishedDecision.PARADOXICALLY_REJECTED);
  }

  List<GmeRow> blocks() {
    return blocks;
  }

  /** The books without the accepted blocks. */
  List<? extends GmeRow> simpleCurves() {
    return simple;
  }

  /** Periods of some hours of the day, from the first to the last. */
  private int[] hours(int first, int last) {
    int perHour = (int) (60 / day.blockDuration().toMinutes());
    return IntStream.rangeClosed(first * perHour + 1, (last + 1) * perHour).toArray();
  }

  /** A quarter of what the zone sells at any price in the leanest of the periods. */
  private void accepted(String zone, int[] periods) {
    long least = Long.MAX_VALUE;
    for (int period : periods) {
      least = Math.min(least, simple.get(anyPrice(zone, period)).quantity().kilowatts());
    }
    Power quantity = new Power(least / 4 / 100 * 100);
    for (int period : periods) {
      int at = anyPrice(zone, period);
      GmeRow.BookStep step = simple.get(at);
      simple.set(
          at,
          new GmeRow.BookStep(
              0,
              step.deliveryDay(),
              period,
              zone,
              step.side(),
              step.price(),
              step.quantity().minus(quantity)));
    }
    add(zone, 1, periods, quantity, -9, PublishedDecision.ACCEPTED);
  }

  /** The row of a zone's sales at the lowest price. */
  private int anyPrice(String zone, int period) {
    int lowest = -1;
    for (int i = 0; i < folded.size(); i++) {
      GmeRow.BookStep step = folded.get(i);
      if (step.period() == period
          && step.zone().equals(zone)
          && step.side() == Side.SELL
          && (lowest < 0 || step.price().compareTo(folded.get(lowest).price()) < 0)) {
        lowest = i;
      }
    }
    return lowest;
  }

  /**
   * @param above how much the limit lies above the mean price of its periods
   */
  private void add(
      String zone,
      int number,
      int[] periods,
      Power quantity,
      int above,
      PublishedDecision decision) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int period : periods) {
      sum = sum.add(prices.get(period - 1).getOrDefault(zone, BigDecimal.ZERO));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(periods.length), 1, RoundingMode.HALF_EVEN);
    Price limit = Price.of(mean.add(BigDecimal.valueOf(above)));
    for (int period : periods) {
      blocks.add(
          new GmeRow.BlockPeriod(
              0,
              day.date(),
              period,
              "SAMPLE_" + zone + "_" + number,
              zone,
              Side.SELL,
              limit,
              quantity,
              decision));
    }
  }
}
