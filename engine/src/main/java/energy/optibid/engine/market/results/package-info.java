/**
 * What a market has published of its auctions, whatever the file it came in: prices and volumes by
 * area and block. Readers of such files hand blocks on as they find them and name every fault.
 */
@NullMarked
package energy.optibid.engine.market.results;

import org.jspecify.annotations.NullMarked;
