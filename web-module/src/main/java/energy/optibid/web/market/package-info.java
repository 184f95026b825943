/** Operators, markets, areas, rules, auctions and prices over HTTP. Translates and nothing else. */
@NullMarked
package energy.optibid.web.market;

import org.jspecify.annotations.NullMarked;
