package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * The result of a run in one area; every list has one element per block, index = block − 1.
 *
 * @param prices currency per MWh
 * @param low lowest price that supports the same allocation
 * @param high highest such price
 * @param netPositionMwh supply − demand: positive leaves the area
 */
public record AreaOutcome(
    String area,
    List<BigDecimal> prices,
    List<BigDecimal> low,
    List<BigDecimal> high,
    List<BigDecimal> supplyMwh,
    List<BigDecimal> demandMwh,
    List<BigDecimal> netPositionMwh) {
  public AreaOutcome {
    prices = List.copyOf(prices);
    low = List.copyOf(low);
    high = List.copyOf(high);
    supplyMwh = List.copyOf(supplyMwh);
    demandMwh = List.copyOf(demandMwh);
    netPositionMwh = List.copyOf(netPositionMwh);
  }
}
