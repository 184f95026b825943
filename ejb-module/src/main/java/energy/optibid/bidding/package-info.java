/**
 * What an organisation offers: bids, their immutable versions, and the submissions that say what is
 * at the exchange now. Callers use {@link energy.optibid.bidding.Bidding}; rules are in {@code
 * domain}, tables in {@code adapter}.
 */
@NullMarked
package energy.optibid.bidding;

import org.jspecify.annotations.NullMarked;
