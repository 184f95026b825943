/**
 * What happened to an organisation's bids and who did it, read without touching the bids
 * themselves: a projection of events, a moment behind them.
 */
@NullMarked
package energy.optibid.activity;

import org.jspecify.annotations.NullMarked;
