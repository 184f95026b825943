package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.units.Money;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A cleared auction.
 *
 * @param periods one for each period: prices, flows and fills of the hourly orders, for which
 *     accepted blocks are fixed exchanges
 * @param blocks sorted by id
 * @param complexes sorted by id
 * @param welfare of hourly orders, blocks and imports from border nodes together
 */
public record AuctionResult(
    List<ClearingResult> periods,
    List<BlockOutcome> blocks,
    List<ComplexOutcome> complexes,
    Money welfare,
    Search search) {
  public AuctionResult {
    periods = List.copyOf(periods);
    blocks = List.copyOf(blocks);
    complexes = List.copyOf(complexes);
  }

  /**
   * @param number 1 is the first period
   * @throws IndexOutOfBoundsException if there is no such period
   */
  public ClearingResult period(int number) {
    return periods.get(number - 1);
  }

  /**
   * @throws NoSuchElementException if the auction had no such block
   */
  public BlockOutcome block(String id) {
    return blocks.stream()
        .filter(block -> block.blockId().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no block " + id));
  }
}
