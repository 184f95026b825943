/** The shift log in PostgreSQL. */
@NullMarked
package energy.optibid.shiftlog.adapter;

import org.jspecify.annotations.NullMarked;
