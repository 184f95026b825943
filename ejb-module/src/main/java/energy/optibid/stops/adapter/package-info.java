/**
 * Stops in PostgreSQL, the check they put in the way of submissions, and the job that withdraws.
 */
@NullMarked
package energy.optibid.stops.adapter;

import org.jspecify.annotations.NullMarked;
