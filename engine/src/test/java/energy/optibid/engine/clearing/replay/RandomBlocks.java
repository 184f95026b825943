package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Blocks of every kind for the auctions of {@link Auctions}, with small whole numbers. */
final class RandomBlocks {
  private final Random random;
  private final int hours;
  private final long highestPrice;

  RandomBlocks(long seed, AuctionProblem problem, long highestPrice) {
    this.random = new Random(seed * 31 + 7);
    this.hours = problem.periods().size();
    this.highestPrice = highestPrice;
  }

  /** One to three whole or curtailable blocks of others. */
  List<BlockOrder> others() {
    List<BlockOrder> blocks = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      blocks.add(any("rival/R" + i));
    }
    return blocks;
  }

  /**
   * Blocks of one bidder, named out of few names, so that two draws share some: whole, profile,
   * curtailable, linked, exclusive and flexible ones.
   */
  List<BlockOrder> own() {
    List<BlockOrder> blocks = new ArrayList<>();
    List<String> mayBeParents = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(3) == 0) {
        continue;
      }
      BlockOrder block = any("own/B" + i);
      switch (random.nextInt(4)) {
        case 0 -> blocks.add(block.in("own/group:G"));
        case 1 -> {
          if (mayBeParents.isEmpty()) {
            blocks.add(block);
          } else {
            String parent = mayBeParents.get(random.nextInt(mayBeParents.size()));
            blocks.add(block.linkedTo(parent));
          }
          mayBeParents.add(block.id());
        }
        default -> {
          blocks.add(block);
          mayBeParents.add(block.id());
        }
      }
    }
    if (random.nextInt(3) == 0) {
      int first = 1 + random.nextInt(hours);
      int last = first + random.nextInt(hours - first + 1);
      Power quantity = megawatts(1 + random.nextInt(6));
      blocks.addAll(
          BlockOrder.flexible(
              "own/F", "A", side(), price(1 + random.nextInt(8)), quantity, first, last));
    }
    return blocks;
  }

  private BlockOrder any(String id) {
    int first = 1 + random.nextInt(hours);
    int last = first + random.nextInt(hours - first + 1);
    boolean profile = random.nextBoolean();
    long flat = 1 + random.nextInt(6);
    SortedMap<Integer, Power> quantities = new TreeMap<>();
    for (int hour = first; hour <= last; hour++) {
      quantities.put(hour, megawatts(profile && hour > first ? random.nextInt(6) : flat));
    }
    BlockOrder block =
        BlockOrder.whole(
            id,
            random.nextBoolean() ? "A" : "B",
            side(),
            price(1 + random.nextInt((int) highestPrice)),
            quantities);
    return random.nextInt(3) == 0
        ? block.curtailableTo(Ratio.of(random.nextBoolean() ? "0.5" : "0.2"))
        : block;
  }

  private Side side() {
    return random.nextInt(3) == 0 ? Side.BUY : Side.SELL;
  }

  /** The problem with these blocks in place of its own. */
  static AuctionProblem with(AuctionProblem problem, List<BlockOrder> some, List<BlockOrder> more) {
    List<BlockOrder> blocks = new ArrayList<>(some);
    blocks.addAll(more);
    return new AuctionProblem(
        problem.zones(),
        problem.periods(),
        blocks,
        problem.complexes(),
        problem.ramps(),
        problem.losses(),
        problem.rules(),
        problem.tick(),
        problem.partialAtTheMoney());
  }
}
