package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a market would have done without the limits of its links (India's MCP and MCV). One element
 * per block of the auction.
 *
 * @param prices currency per MWh
 * @param volumesMwh traded energy
 */
public record Unconstrained(List<BigDecimal> prices, List<BigDecimal> volumesMwh) {
  public Unconstrained {
    prices = List.copyOf(prices);
    volumesMwh = List.copyOf(volumesMwh);
  }
}
