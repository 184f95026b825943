/**
 * Long work and its progress, as REST. Translates only; the rules are in the capability of the same
 * name.
 */
@NullMarked
package energy.optibid.web.jobs;

import org.jspecify.annotations.NullMarked;
