/**
 * Positions, statements and what surrounds them, as REST. Translates only; the rules are in the
 * capability of the same name.
 */
@NullMarked
package energy.optibid.web.settlement;

import org.jspecify.annotations.NullMarked;
