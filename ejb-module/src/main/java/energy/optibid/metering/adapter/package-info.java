/** Readings in PostgreSQL and the transaction boundary of metering. */
@NullMarked
package energy.optibid.metering.adapter;

import org.jspecify.annotations.NullMarked;
