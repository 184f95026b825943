/** Risk limits, what is used of them, and the approval policy over HTTP. */
@NullMarked
package energy.optibid.web.risk;

import org.jspecify.annotations.NullMarked;
