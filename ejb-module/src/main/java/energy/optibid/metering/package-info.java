/**
 * What meters counted, and how far that is from what was sold. A reading of a simulated exchange
 * names the exchange and is made when its clock passes the end of the day; a reading of a real
 * meter names none. Deviation is energy here, not money: its price is another capability's. Every
 * recording leaves the event {@code meter.recorded}, but for the past of an exchange before anybody
 * traded there.
 */
@NullMarked
package energy.optibid.metering;

import org.jspecify.annotations.NullMarked;
