/** Clocks, calendars and the order of events, without any technology. */
@NullMarked
package energy.optibid.exchange.domain;

import org.jspecify.annotations.NullMarked;
