package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.Arrays;

/** Decided ratios of all blocks, and what the hourly markets make of them. */
final class Allocation {
  private final Ratio[] ratios;
  private final long[][] lots;
  private double welfare;
  private boolean feasible;

  private Allocation(Ratio[] ratios, long[][] lots) {
    this.ratios = ratios;
    this.lots = lots;
  }

  /** Moves the markets to what the ratios inject. */
  static Allocation of(Instance instance, Ratio[] ratios) {
    int count = instance.blocks.size();
    long[][] lots = new long[count][];
    long[][] injection = new long[instance.markets.size()][instance.zones.size()];
    double value = 0;
    for (int b = 0; b < count; b++) {
      Block block = instance.blocks.get(b);
      lots[b] = new long[block.periods.length];
      for (int i = 0; i < lots[b].length; i++) {
        long accepted = block.accepted(i, ratios[b], instance.lot);
        int t = block.periods[i];
        lots[b][i] = accepted;
        injection[t][block.zone] += block.sign() * accepted;
        value -= block.sign() * (double) block.price * accepted * instance.moneyPerLot[t];
      }
    }
    Allocation allocation = new Allocation(ratios.clone(), lots);
    allocation.feasible = true;
    for (int t = 0; t < injection.length; t++) {
      PeriodMarket market = instance.markets.get(t);
      market.inject(injection[t]);
      value += market.gain() * instance.moneyPerLot[t];
      allocation.feasible &= !market.isShort();
    }
    allocation.welfare = value;
    return allocation;
  }

  Ratio ratio(int block) {
    return ratios[block];
  }

  Ratio[] ratios() {
    return ratios.clone();
  }

  /** Accepted lots of a block's i-th period. */
  long lots(int block, int i) {
    return lots[block][i];
  }

  /** Welfare above that without any block, in currency. */
  double welfare() {
    return welfare;
  }

  /** Whether orders and links can take and give what the blocks ask for. */
  boolean feasible() {
    return feasible;
  }

  boolean sameAs(Allocation other) {
    return Arrays.equals(ratios, other.ratios);
  }
}
