package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions, and what the hourly markets make of them. */
final class Allocation {
  final Decisions decisions;
  final HourlyBooks books;
  private final long[][] lots;
  private final long[][] injection;
  private final @Nullable ClearingResult[] results;
  private double welfare;
  private boolean feasible = true;

  private Allocation(Instance instance, Decisions decisions) {
    this.decisions = decisions;
    this.books = instance.books(decisions.active());
    this.lots = new long[instance.blocks.size()][];
    this.injection = new long[instance.moneyPerLot.length][instance.zones.size()];
    this.results = new @Nullable ClearingResult[injection.length];
  }

  /** Moves the markets to what the decisions inject. */
  static Allocation of(Instance instance, Decisions decisions) {
    Allocation allocation = new Allocation(instance, decisions);
    allocation.addBlocks(instance);
    allocation.addQuantities(instance);
    allocation.clear(instance);
    return allocation;
  }

  private void addBlocks(Instance instance) {
    for (int b = 0; b < lots.length; b++) {
      Block block = instance.blocks.get(b);
      lots[b] = new long[block.periods.length];
      for (int i = 0; i < lots[b].length; i++) {
        long accepted = block.accepted(i, decisions.ratio(b), instance.lot);
        int t = block.periods[i];
        lots[b][i] = accepted;
        injection[t][block.zone] += block.sign() * accepted;
        welfare -= block.sign() * (double) block.price * accepted * instance.moneyPerLot[t];
      }
    }
  }

  private void addQuantities(Instance instance) {
    for (int q = 0; q < instance.quantities.length; q++) {
      Column column = instance.columns.get(instance.quantities[q]);
      long quantity = decisions.quantities()[q];
      welfare += column.value() * quantity;
      for (int i = 0; i < column.periods().length; i++) {
        injection[column.periods()[i]][column.zones()[i]] += column.arriving(i, quantity);
      }
    }
  }

  private void clear(Instance instance) {
    for (int t = 0; t < injection.length; t++) {
      PeriodMarket market = books.markets().get(t);
      market.inject(injection[t]);
      double rest = market.welfareAtRest() - instance.plain.markets().get(t).welfareAtRest();
      welfare += (market.gain() + rest) * instance.moneyPerLot[t];
      feasible &= !market.isShort();
    }
  }

  Ratio ratio(int block) {
    return decisions.ratio(block);
  }

  /** Accepted lots of a block's i-th period. */
  long lots(int block, int i) {
    return lots[block][i];
  }

  /** Welfare above that of the hourly orders alone, in currency. */
  double welfare() {
    return welfare;
  }

  /** What a period's books make of a complex order, pro rata at equal prices included. */
  Optional<OrderFill> fillOf(Instance instance, int complex, int t) {
    return cleared(instance, t).fills().stream()
        .filter(fill -> fill.orderId().equals(instance.complexes.get(complex).order.id()))
        .findFirst();
  }

  /** A period cleared exactly at its tied prices. */
  private ClearingResult cleared(Instance instance, int t) {
    ClearingResult found = results[t];
    if (found == null) {
      PeriodMarket market = books.markets().get(t);
      long[] tied = new long[instance.zones.size()];
      for (int zone = 0; zone < tied.length; zone++) {
        tied[zone] = (long) market.tied(zone);
      }
      found = new Written(instance, this).clear(t, tied);
      results[t] = found;
    }
    return found;
  }

  /** Lots that a period's zones get from all that was decided. */
  long[] injection(int t) {
    return injection[t];
  }

  /** Whether orders and links can take and give what is asked for. */
  boolean feasible() {
    return feasible;
  }
}
