/** Stopping trading, and letting it go on, by REST. */
@NullMarked
package energy.optibid.web.stops;

import org.jspecify.annotations.NullMarked;
