/** Runs and awards in PostgreSQL, the job that clears, and the transaction boundaries of a run. */
@NullMarked
package energy.optibid.clearing.adapter;

import org.jspecify.annotations.NullMarked;
