package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * The result of a run on one link; every list has one element per block, index = block − 1.
 *
 * @param flowMwh positive from {@code from} to {@code to}
 * @param forwardCapacityMwh what this auction could use
 * @param forwardTakenMwh what auctions that clear before this one took in that direction
 * @param binding the flow stands at its limit
 */
public record LinkOutcome(
    String from,
    String to,
    List<BigDecimal> flowMwh,
    List<BigDecimal> forwardCapacityMwh,
    List<BigDecimal> reverseCapacityMwh,
    List<Boolean> binding,
    List<BigDecimal> forwardTakenMwh,
    List<BigDecimal> reverseTakenMwh) {
  public LinkOutcome {
    flowMwh = List.copyOf(flowMwh);
    forwardCapacityMwh = List.copyOf(forwardCapacityMwh);
    reverseCapacityMwh = List.copyOf(reverseCapacityMwh);
    binding = List.copyOf(binding);
    forwardTakenMwh = List.copyOf(forwardTakenMwh);
    reverseTakenMwh = List.copyOf(reverseTakenMwh);
  }
}
