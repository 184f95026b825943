/** The market's tables under row-level security. Written to fail when a rule goes. */
@NullMarked
package energy.optibid.market.adapter;

import org.jspecify.annotations.NullMarked;
