/** The shift log over HTTP. */
@NullMarked
package energy.optibid.web.shiftlog;

import org.jspecify.annotations.NullMarked;
