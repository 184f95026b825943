package energy.optibid.web.clearing;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.LinkOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of a run on one link; every list has one element per block, index = block − 1.
 *
 * @param flowMwh positive from {@code from} to {@code to}
 * @param forwardCapacityMwh what this auction could use
 * @param binding the flow stands at its limit
 * @param forwardTakenMwh what auctions that clear before this one took in that direction
 * @param shadowPrices price of {@code to} less price of {@code from}, currency per MWh: what one
 *     more MWh of capacity in that direction would be worth
 * @param congestionRent flow times shadow price: what the link earns
 */
public record RunLink(
    String from,
    String to,
    List<BigDecimal> flowMwh,
    List<BigDecimal> forwardCapacityMwh,
    List<BigDecimal> reverseCapacityMwh,
    List<Boolean> binding,
    List<BigDecimal> forwardTakenMwh,
    List<BigDecimal> reverseTakenMwh,
    List<BigDecimal> shadowPrices,
    List<BigDecimal> congestionRent) {

  /**
   * @param prices by area; a link whose end has no price has no shadow prices
   */
  static RunLink of(LinkOutcome link, Map<String, AreaOutcome> prices) {
    List<BigDecimal> shadow = new ArrayList<>();
    List<BigDecimal> rent = new ArrayList<>();
    AreaOutcome from = prices.get(link.from());
    AreaOutcome to = prices.get(link.to());
    if (from != null && to != null) {
      for (int i = 0; i < link.flowMwh().size(); i++) {
        BigDecimal difference = to.prices().get(i).subtract(from.prices().get(i));
        shadow.add(difference);
        rent.add(difference.multiply(link.flowMwh().get(i)));
      }
    }
    return new RunLink(
        link.from(),
        link.to(),
        link.flowMwh(),
        link.forwardCapacityMwh(),
        link.reverseCapacityMwh(),
        link.binding(),
        link.forwardTakenMwh(),
        link.reverseTakenMwh(),
        List.copyOf(shadow),
        List.copyOf(rent));
  }
}
