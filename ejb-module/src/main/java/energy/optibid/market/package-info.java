/**
 * Operators, markets, areas, auctions with their gates, anonymous order books and prices. Bidding
 * and clearing read and move auctions here; nobody else writes their tables.
 */
@NullMarked
package energy.optibid.market;

import org.jspecify.annotations.NullMarked;
