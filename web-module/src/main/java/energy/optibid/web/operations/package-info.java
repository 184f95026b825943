/**
 * What people and machines ask about the installation: status, health, metrics, the API description
 * and its documentation. Translates only; the rules are in the capability of the same name.
 */
@NullMarked
package energy.optibid.web.operations;

import org.jspecify.annotations.NullMarked;
