/**
 * The simulated exchange: one that all organisations share and that lives by the wall clock, and
 * sandboxes, an organisation's own copy with a clock it can speed up, stop and move on. The
 * calendar of the rule packs says when gates open and close and when auctions clear and are
 * published; a scheduler on every node does it, each event once.
 */
@NullMarked
package energy.optibid.exchange;

import org.jspecify.annotations.NullMarked;
