/** Tests of the bid's rules and state machines. */
@NullMarked
package energy.optibid.bidding.domain;

import org.jspecify.annotations.NullMarked;
