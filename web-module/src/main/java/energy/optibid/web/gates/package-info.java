/** The gates that close next, and when to warn of them, by REST. */
@NullMarked
package energy.optibid.web.gates;

import org.jspecify.annotations.NullMarked;
