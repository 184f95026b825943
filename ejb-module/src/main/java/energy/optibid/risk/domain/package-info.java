/** What bids weigh and when that is too much: functions of bids, limits and what stands. */
@NullMarked
package energy.optibid.risk.domain;

import org.jspecify.annotations.NullMarked;
