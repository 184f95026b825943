/** The database's clock by SQL, time servers by SNTP (RFC 4330). */
@NullMarked
package energy.optibid.timekeeping.adapter;

import org.jspecify.annotations.NullMarked;
