package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Money;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A cleared block with its proof. Lists are sorted by id, so that equal problems give equal
 * results.
 *
 * @param welfare value of accepted buys minus cost of accepted sells and of imports from border
 *     nodes at their price, exact, for the block
 */
public record ClearingResult(
    List<ZoneOutcome> zones, List<LinkFlow> flows, List<OrderFill> fills, Money welfare) {
  public ClearingResult {
    zones = List.copyOf(zones);
    flows = List.copyOf(flows);
    fills = List.copyOf(fills);
  }

  /**
   * @throws NoSuchElementException if the problem had no such zone
   */
  public ZoneOutcome zone(String id) {
    return zones.stream()
        .filter(zone -> zone.zone().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no zone " + id));
  }

  /**
   * @throws NoSuchElementException if the problem had no such order
   */
  public OrderFill fill(String orderId) {
    return fills.stream()
        .filter(fill -> fill.orderId().equals(orderId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no order " + orderId));
  }

  /**
   * @throws NoSuchElementException if the problem had no such link
   */
  public LinkFlow flow(String linkId) {
    return flows.stream()
        .filter(flow -> flow.linkId().equals(linkId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no link " + linkId));
  }
}
