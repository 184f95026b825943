/** Tests of runs on a real PostgreSQL. */
@NullMarked
package energy.optibid.clearing.adapter;

import org.jspecify.annotations.NullMarked;
