/**
 * The bid as an aggregate with its state machines, and the rules a bid must keep. Nothing here
 * knows a database or a clock.
 */
@NullMarked
package energy.optibid.bidding.domain;

import org.jspecify.annotations.NullMarked;
