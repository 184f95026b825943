/** Tests of bidding on a real PostgreSQL. */
@NullMarked
package energy.optibid.bidding.adapter;

import org.jspecify.annotations.NullMarked;
