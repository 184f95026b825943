/** Stops on a real PostgreSQL. */
@NullMarked
package energy.optibid.stops.adapter;

import org.jspecify.annotations.NullMarked;
