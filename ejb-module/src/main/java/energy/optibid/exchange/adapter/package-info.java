/**
 * Exchanges in PostgreSQL, the scheduler's thread, the books of the simulation, the live channel.
 */
@NullMarked
package energy.optibid.exchange.adapter;

import org.jspecify.annotations.NullMarked;
