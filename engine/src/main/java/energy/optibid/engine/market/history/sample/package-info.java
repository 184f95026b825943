/** Invented price history, to try bulk imports and charts with. */
@NullMarked
package energy.optibid.engine.market.history.sample;

import org.jspecify.annotations.NullMarked;
