/**
 * Bids, their versions and submissions, as REST. Translates only; the rules are in the capability
 * of the same name.
 */
@NullMarked
package energy.optibid.web.bidding;

import org.jspecify.annotations.NullMarked;
