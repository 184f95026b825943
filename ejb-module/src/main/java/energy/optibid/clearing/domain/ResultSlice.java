package energy.optibid.clearing.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * The result of one auction in one area: some blocks of a day.
 *
 * @param blocksOfDay how many blocks the whole day has
 * @param firstBlock number of the first element's block
 * @param unconstrainedPrices of the whole market; empty where there is no such pass
 */
public record ResultSlice(
    String marketCode,
    String currency,
    int blocksOfDay,
    int firstBlock,
    String area,
    List<BigDecimal> prices,
    List<BigDecimal> supplyMwh,
    List<BigDecimal> demandMwh,
    List<BigDecimal> unconstrainedPrices,
    List<BigDecimal> unconstrainedMwh) {
  public ResultSlice {
    prices = List.copyOf(prices);
    supplyMwh = List.copyOf(supplyMwh);
    demandMwh = List.copyOf(demandMwh);
    unconstrainedPrices = List.copyOf(unconstrainedPrices);
    unconstrainedMwh = List.copyOf(unconstrainedMwh);
  }
}
