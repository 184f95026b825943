/** Tests of how bids are kept. */
@NullMarked
package energy.optibid.bidding.adapter;

import org.jspecify.annotations.NullMarked;
