package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A block in numbers: periods from zero, lots, prices in 10⁻⁴. */
final class Block {
  final BlockOrder order;
  final int zone;
  final int[] periods;
  final Power[] offered;
  final long[] lots;
  final long price;
  final boolean sells;

  /** Index of the parent, or −1. */
  int parent = -1;

  final List<Integer> children = new ArrayList<>();

  Block(BlockOrder order, int zone, Power lot) {
    this.order = order;
    this.zone = zone;
    this.price = order.price().tenThousandths();
    this.sells = order.side() == Side.SELL;
    int count = (int) order.quantities().values().stream().filter(p -> !p.isZero()).count();
    this.periods = new int[count];
    this.offered = new Power[count];
    this.lots = new long[count];
    int i = 0;
    for (var entry : order.quantities().entrySet()) {
      if (!entry.getValue().isZero()) {
        periods[i] = entry.getKey() - 1;
        offered[i] = entry.getValue();
        lots[i++] = entry.getValue().kilowatts() / lot.kilowatts();
      }
    }
  }

  long totalLots() {
    return Arrays.stream(lots).sum();
  }

  /** Lots of the block's i-th period that a ratio accepts. */
  long accepted(int i, Ratio ratio, Power lot) {
    return ratio.of(offered[i], lot).kilowatts() / lot.kilowatts();
  }

  /** Plus one for a sale, which injects and wants a high price; minus one for a purchase. */
  int sign() {
    return sells ? 1 : -1;
  }
}
