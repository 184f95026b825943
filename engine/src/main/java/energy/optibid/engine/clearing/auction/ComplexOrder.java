package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A seller's hourly steps over the auction under a common condition (MARKET-RULES §3.6): a minimum
 * income without which the order leaves as a whole, a load gradient, or both.
 *
 * @param id unique among the blocks and complex orders of its auction
 * @param steps increments offered by period number
 * @param income what must be earned; empty where only the gradient binds
 * @param gradient largest change of accepted power from a period to the next, either way
 * @param scheduledStop number of first periods whose cheapest step stays a simple order when the
 *     rest leaves, so that a running plant may ramp down
 */
public record ComplexOrder(
    String id,
    String zone,
    SortedMap<Integer, List<Step>> steps,
    Optional<MinimumIncome> income,
    Optional<Power> gradient,
    int scheduledStop) {
  /**
   * What accepted volume must earn: Σ π·q·Δ ≥ fixed + Σ variable·q·Δ.
   *
   * @param fixed start-up cost
   * @param variable cost per MWh; empty in a scalable complex order, which counts each step at its
   *     own price instead
   */
  public record MinimumIncome(Money fixed, Optional<Price> variable) {}

  /**
   * @throws IllegalArgumentException if there is no step, the gradient or the number of periods of
   *     the scheduled stop is negative
   */
  public ComplexOrder {
    SortedMap<Integer, List<Step>> copy = new TreeMap<>();
    steps.forEach((period, increments) -> copy.put(period, List.copyOf(increments)));
    steps = Collections.unmodifiableSortedMap(copy);
    if (steps.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("complex order " + id + " offers nothing");
    }
    if (gradient.isPresent() && gradient.get().kilowatts() < 0 || scheduledStop < 0) {
      throw new IllegalArgumentException("complex order " + id + " has a negative limit");
    }
  }
}
