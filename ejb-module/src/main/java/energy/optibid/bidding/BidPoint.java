package energy.optibid.bidding;

import java.math.BigDecimal;

/**
 * One point of a bid curve.
 *
 * @param price currency per MWh
 * @param quantity cumulative power in MW wanted (buy) or offered (sell) up to and including this
 *     price, never negative; the side carries the sign
 */
public record BidPoint(BigDecimal price, BigDecimal quantity) {}
