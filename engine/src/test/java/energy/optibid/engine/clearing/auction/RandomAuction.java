package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small random auctions: one to three zones, two to four hours, few orders with small whole prices
 * and quantities, so that ties are frequent and indivisible blocks often do not fit.
 */
final class RandomAuction {
  private static final int HIGHEST_PRICE = 12;

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
  static AuctionProblem ofIncome(long seed) {
    RandomAuction auction = new RandomAuction(seed, 1000, 1000);
    auction.blocks(2, false);
    int complexes = 1 + auction.random.nextInt(2);
    for (int i = 0; i < complexes; i++) {
      auction.complex("M" + i);
    }
    return auction.book.blocks(auction.blocks).problem();
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

  private void complex(String id) {
    long[][] steps = new long[hours][];
    for (int hour = 0; hour < hours; hour++) {
      long cheap = random.nextInt(5);
      steps[hour] =
          new long[] {
            cheap, 1 + random.nextInt(2), cheap + 1 + random.nextInt(4), random.nextInt(3)
          };
    }
    book.complex(
        id,
        zone(),
        random.nextInt(25),
        random.nextBoolean() ? -1 : random.nextInt(6),
        -1,
        random.nextInt(3),
        steps);
  }
}
