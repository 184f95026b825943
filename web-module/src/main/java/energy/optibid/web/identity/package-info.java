/**
 * Signing in and out, and the caller's organisation and its people, as REST. Translates only; the
 * rules are in the capability of the same name.
 */
@NullMarked
package energy.optibid.web.identity;

import org.jspecify.annotations.NullMarked;
