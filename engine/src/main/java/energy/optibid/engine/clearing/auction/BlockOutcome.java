package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one block.
 *
 * @param ratio accepted share; zero when rejected
 * @param accepted average power by each of the block's periods: the ratio of its quantity, down to
 *     the lot
 * @param surplus what the accepted power gains at the published prices: Σ (π − limit)·q·Δ of a
 *     sale, (limit − π)·q·Δ of a purchase. Of a rejected block what it would gain in full at these
 *     very prices, which may be positive
 * @param averagePrice volume-weighted published price over the block's periods
 * @param distance how much better than its limit the average price is, per MWh; negative when the
 *     block is out of the money by so much
 */
public record BlockOutcome(
    String blockId,
    BlockDecision decision,
    Ratio ratio,
    SortedMap<Integer, Power> accepted,
    Money surplus,
    Price averagePrice,
    Price distance) {
  public BlockOutcome {
    accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
  }
}
