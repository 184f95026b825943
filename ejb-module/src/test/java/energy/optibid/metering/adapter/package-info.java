/** Tests of readings on a real PostgreSQL. */
@NullMarked
package energy.optibid.metering.adapter;

import org.jspecify.annotations.NullMarked;
