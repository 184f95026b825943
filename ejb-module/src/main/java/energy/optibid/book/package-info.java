/**
 * An organisation's one book: per block of a delivery day what is contracted, offered, awarded and
 * scheduled over all markets, and what is left to sell and to buy. It holds the contracts and the
 * registrations a bid needs, and keeps bids from their venue that the asset could not deliver or
 * the operator would not count. Quantities are MW of a side, never negative; contracts, {@link
 * energy.optibid.book.Contracts}; registrations, {@link energy.optibid.book.Registrations}; the
 * position, {@link energy.optibid.book.Book}.
 */
@NullMarked
package energy.optibid.book;

import org.jspecify.annotations.NullMarked;
