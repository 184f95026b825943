/**
 * Clearing runs, their results and awards, as REST. Translates only; the rules are in the
 * capability of the same name.
 */
@NullMarked
package energy.optibid.web.clearing;

import org.jspecify.annotations.NullMarked;
