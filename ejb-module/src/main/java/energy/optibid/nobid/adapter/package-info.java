/** Policies in PostgreSQL, and the watch that follows them. */
@NullMarked
package energy.optibid.nobid.adapter;

import org.jspecify.annotations.NullMarked;
