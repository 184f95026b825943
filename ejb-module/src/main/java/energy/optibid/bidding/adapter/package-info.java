/**
 * Bids in PostgreSQL, and the transaction boundary of the bidding desk. The lines of a version are
 * one compact jsonb value.
 */
@NullMarked
package energy.optibid.bidding.adapter;

import org.jspecify.annotations.NullMarked;
