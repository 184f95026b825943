/** Simulated exchanges, their clocks, calendars and days over HTTP. Translates and nothing else. */
@NullMarked
package energy.optibid.web.exchange;

import org.jspecify.annotations.NullMarked;
