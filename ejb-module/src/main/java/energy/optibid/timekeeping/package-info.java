/**
 * How far this node's clock is from others': the database's, and time servers' where some are
 * configured. Gates are judged by this clock.
 */
@NullMarked
package energy.optibid.timekeeping;

import org.jspecify.annotations.NullMarked;
