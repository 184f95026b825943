package energy.optibid.engine.market.gme.sample;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.gme.GmeRow;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An invented day: books, capacities and border exchanges drawn from a seed, and the prices and
 * flows that clearing this very book gives. The same day, seed and rule pack give the same rows on
 * every machine: only integers are drawn and combined.
 */
public final class SampleDay {
  private static final int[] DEMAND_PERCENT = {
    62, 58, 56, 55, 56, 60, 70, 82, 92, 96, 97, 96, 93, 90, 89, 90, 93, 97, 100, 98, 92, 84, 75, 67
  };
  private static final int[] SOLAR_PERCENT = {
    0, 0, 0, 0, 0, 2, 10, 25, 45, 65, 82, 94, 100, 97, 88, 72, 52, 30, 12, 2, 0, 0, 0, 0
  };
  private static final int ELASTIC_STEPS = 34;
  private static final int GAS_STEPS = 28;
  private static final int PEAKER_STEPS = 6;
  private static final int KILOWATTS = 1_000;
  private static final int CENT = 100;

  private final LocalDate date;
  private final RulePack pack;
  private final DeliveryDay day;
  private final Random random;
  private final Map<GmeFileKind, List<GmeRow>> files = new EnumMap<>(GmeFileKind.class);

  private SampleDay(RulePack pack, LocalDate date, long seed) {
    this.date = date;
    this.pack = pack;
    this.day = pack.auction(date).day();
    this.random = new Random(seed ^ date.toEpochDay());
  }

  /** The rows of every file of one day, in the order they are written. */
  public static Map<GmeFileKind, List<GmeRow>> generate(RulePack pack, LocalDate date, long seed) {
    return new SampleDay(pack, date, seed).generate();
  }

  private Map<GmeFileKind, List<GmeRow>> generate() {
    for (int period = 1; period <= day.blockCount(); period++) {
      int hour = day.block(period).start().atZone(day.zone()).getHour();
      for (SampleZone zone : SampleZone.ALL) {
        addDemand(period, zone, zone.peakDemand() * DEMAND_PERCENT[hour] / 100);
        addSupply(period, zone, zone.solar() * SOLAR_PERCENT[hour] / 100);
      }
      addLinks(period);
      addBorders(period, hour);
    }
    GmeBook book = new GmeBook(pack, any -> true);
    files.values().forEach(rows -> rows.forEach(book));
    for (int period = 1; period <= day.blockCount(); period++) {
      GmeDay cleared = book.day(date);
      addResult(period, Clearing.clear(cleared.problem(period, Boundary.EXCHANGES)));
    }
    SampleBlocks blocks = new SampleBlocks(day, books(), pricesByPeriod());
    files.put(GmeFileKind.SIMPLE_BID_CURVES, List.copyOf(blocks.simpleCurves()));
    files.put(GmeFileKind.BLOCK_ORDERS, blocks.blocks());
    return files;
  }

  private List<GmeRow.BookStep> books() {
    return files.getOrDefault(GmeFileKind.BID_CURVES, List.of()).stream()
        .map(GmeRow.BookStep.class::cast)
        .toList();
  }

  private List<Map<String, BigDecimal>> pricesByPeriod() {
    List<Map<String, BigDecimal>> prices = new ArrayList<>();
    for (int period = 1; period <= day.blockCount(); period++) {
      prices.add(new TreeMap<>());
    }
    for (GmeRow row : files.getOrDefault(GmeFileKind.PUBLISHED_PRICES, List.of())) {
      if (row instanceof GmeRow.PublishedPrice price) {
        prices.get(price.period() - 1).put(price.zone(), price.price());
      }
    }
    return prices;
  }

  private void add(GmeFileKind kind, GmeRow row) {
    files.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
  }

  /** Nine tenths must be served at any price, the rest leaves the market step by step. */
  private void addDemand(int period, SampleZone zone, int megawatts) {
    Map<Integer, Integer> steps = new TreeMap<>();
    int total = megawatts * KILOWATTS / 100 * (97 + random.nextInt(7));
    put(steps, 400_000, total / 10 * 9);
    put(steps, 300_000, total / 100 * 2);
    for (int step = 0; step < ELASTIC_STEPS; step++) {
      put(steps, 2_000 + random.nextInt(28_000), total / 100 * 8 / ELASTIC_STEPS);
    }
    put(steps, -50_000, total / 1_000);
    addSteps(period, zone.code(), Side.BUY, steps);
  }

  /** Renewables at or near zero, gas by rising cost, a few peakers, and what runs at any price. */
  private void addSupply(int period, SampleZone zone, int solar) {
    Map<Integer, Integer> steps = new TreeMap<>();
    put(steps, -50_000, zone.steady() * KILOWATTS / 100 * 30);
    put(steps, 0, zone.steady() * KILOWATTS / 100 * 50 + solar * KILOWATTS / 100 * 80);
    put(steps, 100 + random.nextInt(500), solar * KILOWATTS / 100 * 10);
    put(steps, 1_000 + random.nextInt(2_000), solar * KILOWATTS / 100 * (5 + random.nextInt(5)));
    put(steps, 3_000 + random.nextInt(3_000), zone.steady() * KILOWATTS / 100 * 20);
    int each = zone.gas() * KILOWATTS / GAS_STEPS;
    for (int step = 0; step < GAS_STEPS; step++) {
      int cost = zone.fuelCost() * CENT + step * 180 + random.nextInt(700);
      put(steps, cost, each / 100 * (60 + random.nextInt(80)));
    }
    for (int step = 0; step < PEAKER_STEPS; step++) {
      put(steps, 18_000 + random.nextInt(25_000), zone.gas() * KILOWATTS / 100);
    }
    put(steps, 300_000, zone.gas() * KILOWATTS / 10);
    addSteps(period, zone.code(), Side.SELL, steps);
  }

  /** Adds whole tenths of a MW at a price; orders of one price stand on one row. */
  private static void put(Map<Integer, Integer> steps, int cents, int kilowatts) {
    int tenths = kilowatts / 100 * 100;
    if (tenths > 0) {
      steps.merge(cents, tenths, Integer::sum);
    }
  }

  private void addSteps(int period, String zone, Side side, Map<Integer, Integer> steps) {
    steps.forEach(
        (cents, kilowatts) ->
            add(
                GmeFileKind.BID_CURVES,
                new GmeRow.BookStep(
                    0,
                    date,
                    period,
                    zone,
                    side,
                    Price.of(BigDecimal.valueOf(cents, 2)),
                    new Power(kilowatts))));
  }

  private void addLinks(int period) {
    for (SampleZone.SampleLink link : SampleZone.LINKS) {
      Power forward = new Power((long) link.forward() * KILOWATTS);
      Power reverse = new Power((long) link.reverse() * KILOWATTS);
      add(
          GmeFileKind.INTERNAL_TRANSFER_CAPACITIES,
          new GmeRow.InternalCapacity(0, date, period, link.from(), link.to(), forward, reverse));
      addRange(period, link.from(), link.to(), reverse.negated(), forward);
    }
  }

  private void addRange(int period, String from, String to, Power min, Power max) {
    add(
        GmeFileKind.TRANSFER_CAPACITIES,
        new GmeRow.TransferCapacity(0, date, period, from + "_" + to, from, to, min, max));
  }

  /** Imports follow demand, a little at random. */
  private void addBorders(int period, int hour) {
    for (SampleZone.SampleBorder border : SampleZone.BORDERS) {
      int percent = DEMAND_PERCENT[hour] - SOLAR_PERCENT[hour] / 2 + random.nextInt(20);
      Power export = new Power((long) border.usualExport() * percent * (KILOWATTS / 100));
      add(
          GmeFileKind.PUBLISHED_EXCHANGES,
          new GmeRow.PublishedExchange(0, date, period, border.zone(), border.neighbour(), export));
      Power capacity = new Power((long) border.capacity() * KILOWATTS);
      addRange(period, border.zone(), border.neighbour(), capacity.negated(), capacity);
    }
  }

  private void addResult(int period, ClearingResult result) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    BigDecimal money = BigDecimal.ZERO;
    BigDecimal demand = BigDecimal.ZERO;
    for (ZoneOutcome zone : result.zones()) {
      BigDecimal price = zone.price().toBigDecimal().setScale(2, RoundingMode.HALF_EVEN);
      prices.put(zone.zone(), price);
      money = money.add(price.multiply(zone.demand().toMegawatts()));
      demand = demand.add(zone.demand().toMegawatts());
    }
    for (SampleZone.SampleBorder border : SampleZone.BORDERS) {
      prices.put(border.neighbour(), result.zone(border.zone()).price().toBigDecimal());
    }
    prices.put("PUN", money.divide(demand, 5, RoundingMode.HALF_EVEN));
    prices.forEach(
        (zone, price) ->
            add(
                GmeFileKind.PUBLISHED_PRICES,
                new GmeRow.PublishedPrice(0, date, period, zone, price)));
    for (LinkFlow flow : result.flows()) {
      BigDecimal energy =
          flow.flow()
              .toMegawatts()
              .multiply(BigDecimal.valueOf(day.blockDuration().toMinutes()))
              .divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_EVEN);
      add(
          GmeFileKind.PUBLISHED_FLOWS,
          new GmeRow.PublishedFlow(0, date, period, flow.from(), flow.to(), energy));
    }
  }
}
