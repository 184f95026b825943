/** Contracts, registrations and the day's commitments in PostgreSQL; the checks as beans. */
@NullMarked
package energy.optibid.book.adapter;

import org.jspecify.annotations.NullMarked;
