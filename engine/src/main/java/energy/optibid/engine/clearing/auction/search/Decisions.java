package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.Ratio;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What an auction decides before its hourly markets clear.
 *
 * @param ratios of the blocks
 * @param active complex orders that stay
 * @param quantities lots of the columns that are free between bounds, in the instance's order
 */
record Decisions(Ratio[] ratios, BitSet active, long[] quantities) {
  /** No block accepted, only those complex orders active that never leave, nothing flowing. */
  static Decisions none(Instance instance) {
    Ratio[] none = new Ratio[instance.blocks.size()];
    Arrays.fill(none, Ratio.ZERO);
    BitSet unconditional = new BitSet();
    for (int c = 0; c < instance.complexes.size(); c++) {
      unconditional.set(c, instance.complexes.get(c).on < 0);
    }
    return new Decisions(none, unconditional, new long[instance.quantities.length]);
  }

  Ratio ratio(int block) {
    return ratios[block];
  }

  /** The same with another ratio of one block. */
  Decisions with(int block, Ratio ratio) {
    Ratio[] changed = ratios.clone();
    changed[block] = ratio;
    return new Decisions(changed, active, quantities);
  }

  /** The same without a complex order. */
  Decisions without(int complex) {
    BitSet changed = (BitSet) active.clone();
    changed.clear(complex);
    return new Decisions(ratios, changed, quantities);
  }
}
