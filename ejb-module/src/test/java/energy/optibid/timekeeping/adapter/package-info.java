/** Clocks beside a real database and a real time server. */
@NullMarked
package energy.optibid.timekeeping.adapter;

import org.jspecify.annotations.NullMarked;
