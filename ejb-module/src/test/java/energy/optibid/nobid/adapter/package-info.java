/** Policies on a real PostgreSQL. */
@NullMarked
package energy.optibid.nobid.adapter;

import org.jspecify.annotations.NullMarked;
