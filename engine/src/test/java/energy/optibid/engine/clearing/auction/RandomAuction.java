package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Small random auctions: one to three zones, two to four hours, few orders with small whole prices
 * and quantities, so that ties are frequent and indivisible blocks often do not fit.
 */
final class RandomAuction {
  private static final int HIGHEST_PRICE = 12;

  /** Price limits where what couples hours or zones may take a price far from any order's. */
  private static final int WIDE = 200;

  private final Random random;
  private final int hours;
  private final List<String> zones;
  private final Book book;
  private final List<BlockOrder> blocks = new ArrayList<>();

  private RandomAuction(long seed, long unit, long lot) {
    this.random = new Random(seed);
    this.hours = 2 + random.nextInt(3);
    this.zones = List.of("A", "B", "C").subList(0, 1 + random.nextInt(3));
    this.book = Book.hours(hours, zones.toArray(new String[0])).units(unit, lot).limits(-5, 20);
    orders();
    links();
  }

  /** Whole, curtailable, linked and exclusive blocks; quantities in units of so many kW. */
  static AuctionProblem ofBlocks(long seed, int mostBlocks, long unit, long lot) {
    RandomAuction auction = new RandomAuction(seed, unit, lot);
    auction.blocks(mostBlocks, true);
    return auction.book.blocks(auction.blocks).problem();
  }

  /**
   * Blocks whose best ratios are whole lots: curtailable ones have one quantity over consecutive
   * hours and no family.
   */
  static AuctionProblem ofWholeLots(long seed, int mostBlocks) {
    RandomAuction auction = new RandomAuction(seed, 1000, 1000);
    auction.blocks(mostBlocks, false);
    return auction.book.blocks(auction.blocks).problem();
  }

  /** Complex orders with a minimum income beside a block or two. */
  static AuctionProblem ofIncome(long seed, long unit, long lot) {
    RandomAuction auction = new RandomAuction(seed, unit, lot);
    auction.blocks(2, false);
    int complexes = 1 + auction.random.nextInt(2);
    for (int i = 0; i < complexes; i++) {
      auction.complex("M" + i, auction.random.nextInt(25), -1);
    }
    return withoutTies(auction.book.blocks(auction.blocks).problem());
  }

  /**
   * Each complex order's steps a hair dearer than whole prices, so that it never shares with
   * others: equal prices are shared pro rata whatever an income would prefer, which the independent
   * programme does not know.
   */
  private static AuctionProblem withoutTies(AuctionProblem problem) {
    List<ComplexOrder> shifted = new ArrayList<>();
    for (ComplexOrder order : problem.complexes()) {
      long hair = 37L * (shifted.size() + 1);
      SortedMap<Integer, List<Step>> steps = new TreeMap<>();
      order
          .steps()
          .forEach(
              (hour, offers) ->
                  steps.put(
                      hour,
                      offers.stream()
                          .map(
                              step ->
                                  new Step(
                                      new Price(step.price().tenThousandths() + hair),
                                      step.quantity()))
                          .toList()));
      shifted.add(
          new ComplexOrder(
              order.id(),
              order.zone(),
              steps,
              order.income(),
              order.gradient(),
              order.scheduledStop()));
    }
    return new AuctionProblem(
        problem.zones(),
        problem.periods(),
        problem.blocks(),
        shifted,
        problem.ramps(),
        problem.losses(),
        problem.rules(),
        problem.tick(),
        problem.partialAtTheMoney());
  }

  /** Ramped links, of which some flow is known before the first hour or not. */
  static AuctionProblem ofRamps(long seed, long unit) {
    RandomAuction auction = new RandomAuction(seed, unit, 1);
    auction.book.limits(-WIDE, WIDE);
    for (int i = 1; i < auction.zones.size(); i++) {
      auction.book.ramp(
          "L" + i,
          auction.random.nextInt(3),
          auction.random.nextBoolean() ? Optional.of(0L) : Optional.empty());
    }
    return auction.withSomeBlocks();
  }

  /** Links that lose a tenth, a fifth or half; prices are not negative. */
  static AuctionProblem ofLosses(long seed, long unit) {
    RandomAuction auction = new RandomAuction(seed, unit, 1);
    auction.book.limits(0, 20);
    for (int i = 1; i < auction.zones.size(); i++) {
      auction.book.loss("L" + i, List.of("0.1", "0.2", "0.5").get(auction.random.nextInt(3)));
    }
    return auction.withSomeBlocks();
  }

  /** Zones that exchange freely within one or two critical branches. */
  static AuctionProblem ofCriticalBranches(long seed, long unit) {
    RandomAuction auction = new RandomAuction(seed, unit, 1);
    auction.book.limits(-WIDE, WIDE);
    List<String> factors = List.of("-0.5", "-0.25", "0", "0.25", "0.5");
    for (int hour = 1; hour <= auction.hours; hour++) {
      for (int i = auction.random.nextInt(2); i < 2; i++) {
        Map<String, String> ptdf = new TreeMap<>();
        for (String zone : auction.zones) {
          ptdf.put(zone, factors.get(auction.random.nextInt(factors.size())));
        }
        auction.book.critical(hour, "C" + i, auction.random.nextInt(3), ptdf);
      }
    }
    return auction.withSomeBlocks();
  }

  /** Plants whose power changes slowly. */
  static AuctionProblem ofGradients(long seed, long unit) {
    RandomAuction auction = new RandomAuction(seed, unit, 1);
    auction.book.limits(-WIDE, WIDE);
    int plants = 1 + auction.random.nextInt(2);
    for (int i = 0; i < plants; i++) {
      auction.complex("G" + i, -1, auction.random.nextInt(3));
    }
    return auction.withSomeBlocks();
  }

  private AuctionProblem withSomeBlocks() {
    if (random.nextBoolean()) {
      blocks(3, false);
    }
    return book.blocks(blocks).problem();
  }

  private void orders() {
    for (int hour = 1; hour <= hours; hour++) {
      for (String zone : zones) {
        for (int i = random.nextInt(2); i < 3; i++) {
          Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
          book.order(
              hour,
              "o" + zone + hour + i,
              zone,
              side,
              price(side),
              1 + random.nextInt(4),
              price(side),
              random.nextInt(3));
        }
      }
    }
  }

  /** Purchases tend to be dearer than sales, so that something is traded. */
  private long price(Side side) {
    int price = random.nextInt(HIGHEST_PRICE * 3 / 4);
    return side == Side.BUY ? price + HIGHEST_PRICE / 4 : price;
  }

  private void links() {
    for (int i = 1; i < zones.size(); i++) {
      book.link("L" + i, zones.get(i - 1), zones.get(i), random.nextInt(4), random.nextInt(4));
    }
    if (zones.size() == 3 && random.nextBoolean()) {
      book.link("L3", "A", "C", random.nextInt(3), random.nextInt(3));
    }
  }

  private String zone() {
    return zones.get(random.nextInt(zones.size()));
  }

  private void blocks(int most, boolean anyFamily) {
    int count = 2 + random.nextInt(most - 1);
    for (int i = 0; i < count; i++) {
      int first = 1 + random.nextInt(hours);
      int length = 1 + random.nextInt(hours - first + 1);
      boolean curtailable = random.nextInt(3) == 0;
      boolean profile = random.nextBoolean() && (anyFamily || !curtailable);
      long[] quantities = new long[length];
      long flat = 1 + random.nextInt(3);
      for (int j = 0; j < length; j++) {
        quantities[j] = profile ? random.nextInt(4) : flat;
      }
      quantities[0] = Math.max(1, quantities[0]);
      Side side = random.nextInt(3) == 0 ? Side.BUY : Side.SELL;
      BlockOrder block = book.profile("b" + i, zone(), side, price(side), first, quantities);
      if (curtailable) {
        block = block.curtailableTo(Ratio.of(random.nextBoolean() ? "0.5" : "0.25"));
      }
      if (anyFamily || !curtailable) {
        block = related(block, i, anyFamily);
      }
      blocks.add(block);
    }
  }

  private BlockOrder related(BlockOrder block, int index, boolean anyFamily) {
    if (index > 0 && random.nextInt(3) == 0) {
      BlockOrder parent = blocks.get(random.nextInt(index));
      boolean whole = parent.minimumAcceptance().equals(Ratio.ONE);
      return anyFamily || whole ? block.linkedTo(parent.id()) : block;
    }
    return random.nextInt(4) == 0 ? block.in("group") : block;
  }

  private void complex(String id, long fixed, long gradient) {
    long[][] steps = new long[hours][];
    for (int hour = 0; hour < hours; hour++) {
      long cheap = random.nextInt(5);
      steps[hour] =
          new long[] {
            cheap, 1 + random.nextInt(2), cheap + 1 + random.nextInt(4), 1 + random.nextInt(2)
          };
    }
    book.complex(
        id,
        zone(),
        fixed,
        random.nextBoolean() ? -1 : random.nextInt(6),
        gradient,
        random.nextInt(3),
        steps);
  }
}
