package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Money;

/**
 * What became of one complex order. Its accepted steps stand among the fills of each period under
 * the order's id.
 *
 * @param active whether the order stayed in the auction
 * @param income what its accepted power is paid, Σ π·q·Δ; zero when it left
 * @param required what it had to earn with that power
 */
public record ComplexOutcome(String orderId, boolean active, Money income, Money required) {}
