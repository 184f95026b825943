/**
 * Price history of any market over many years, in a format of our own: a CSV with one line per
 * market, area and block.
 */
@NullMarked
package energy.optibid.engine.market.history;

import org.jspecify.annotations.NullMarked;
