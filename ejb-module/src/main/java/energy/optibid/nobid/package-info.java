/**
 * What happens when an asset has no bid at the venue as a gate comes near: a default is sent, the
 * last bid is repeated, or nothing is done and everybody is told. Callers use {@link
 * energy.optibid.nobid.NoBidPolicies}.
 */
@NullMarked
package energy.optibid.nobid;

import org.jspecify.annotations.NullMarked;
