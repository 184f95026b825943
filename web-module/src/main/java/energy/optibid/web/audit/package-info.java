/**
 * The organisation's record of who did what, as REST. Translates only; the rules are in the
 * capability of the same name.
 */
@NullMarked
package energy.optibid.web.audit;

import org.jspecify.annotations.NullMarked;
